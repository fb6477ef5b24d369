package org.cscc.access.signin;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.jsoup.nodes.Element;

/**
 * A phone that makes a passkey and shows it, byte by byte as the standard lays them out; what it
 * may do wrong is set from outside.
 */
final class Device {
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;

  final byte[] credential = Secrets.bytes(32);
  private final KeyPair pair;
  String origin;
  String place = "localhost";
  boolean verifies = true;
  long counter;
  private byte[] person = {};

  Device(String origin) {
    this.origin = origin;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers the form of a page that asks for a new passkey. */
  String make(Element form) {
    person = Base64.getUrlDecoder().decode(form.attr("data-person"));
    byte[] attested =
        new AttestedCredentialDataConverter(new ObjectConverter())
            .convert(
                new AttestedCredentialData(
                    AAGUID.ZERO,
                    credential,
                    EC2COSEKey.create(
                        (ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.ES256)));
    byte[] data = data(ATTESTED, attested);
    // CBOR: a map of fmt "none", an empty attStmt, and authData.
    byte[] object =
        ByteBuffer.allocate(31 + data.length)
            .put((byte) 0xa3)
            .put(text("fmt"))
            .put(text("none"))
            .put(text("attStmt"))
            .put((byte) 0xa0)
            .put(text("authData"))
            .put((byte) 0x59)
            .putShort((short) data.length)
            .put(data)
            .array();
    return answer(
        "\"clientDataJSON\":\""
            + base64(client("webauthn.create", form))
            + "\",\"attestationObject\":\""
            + base64(object)
            + "\"");
  }

  /** Answers the form of a page that asks who this is. */
  String show(Element form) {
    counter++;
    byte[] data = data(0, new byte[0]);
    byte[] client = client("webauthn.get", form);
    return answer(
        "\"clientDataJSON\":\""
            + base64(client)
            + "\",\"authenticatorData\":\""
            + base64(data)
            + "\",\"signature\":\""
            + base64(sign(data, Secrets.sha256(new String(client, StandardCharsets.UTF_8))))
            + "\",\"userHandle\":\""
            + base64(person)
            + "\"");
  }

  private byte[] sign(byte[] data, byte[] client) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(data);
      signature.update(client);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] client(String type, Element form) {
    return ("{\"type\":\""
            + type
            + "\",\"challenge\":\""
            + form.attr("data-challenge")
            + "\",\"origin\":\""
            + origin
            + "\",\"crossOrigin\":false}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] data(int flags, byte[] attested) {
    return ByteBuffer.allocate(37 + attested.length)
        .put(Secrets.sha256(place))
        .put((byte) (PRESENT | flags | (verifies ? VERIFIED : 0)))
        .putInt((int) counter)
        .put(attested)
        .array();
  }

  private String answer(String response) {
    String id = base64(credential);
    return "{\"id\":\""
        + id
        + "\",\"rawId\":\""
        + id
        + "\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{"
        + response
        + "}}";
  }

  private static byte[] text(String text) {
    return ByteBuffer.allocate(1 + text.length())
        .put((byte) (0x60 + text.length()))
        .put(text.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
