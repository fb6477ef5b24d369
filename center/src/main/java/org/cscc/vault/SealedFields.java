package org.cscc.vault;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Seals a field so that it opens only as this field of this record of this organization: a value
 * that somebody moves to another row does not open there.
 */
final class SealedFields {
  private SealedFields() {}

  static byte[] seal(Aead key, String organization, UUID record, Field field, String text) {
    try {
      return key.encrypt(text.getBytes(StandardCharsets.UTF_8), bound(organization, record, field));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Opens a field.
   *
   * @throws GeneralSecurityException when it was changed, moved, or sealed with another key
   */
  static String open(Aead key, String organization, UUID record, Field field, byte[] sealed)
      throws GeneralSecurityException {
    return new String(
        key.decrypt(sealed, bound(organization, record, field)), StandardCharsets.UTF_8);
  }

  private static byte[] bound(String organization, UUID record, Field field) {
    return (organization + "\n" + record + "\n" + field.name()).getBytes(StandardCharsets.UTF_8);
  }
}
