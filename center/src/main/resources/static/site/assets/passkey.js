// Passkeys: asks the browser, writes its answer into the form, and sends the form like any other.
(() => {
  if (!window.PublicKeyCredential) return;
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const create = ({ place, challenge, person, name, shown, known = "" }) => navigator.credentials.create({ publicKey: {
    rp: { id: place, name: "CSCC" },
    user: { id: bytes(person), name, displayName: shown },
    challenge: bytes(challenge),
    pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: known.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) })),
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    attestation: "none",
  } });
  const get = ({ place, challenge }) => navigator.credentials.get({ publicKey: {
    rpId: place, challenge: bytes(challenge), userVerification: "required",
  } });

  const words = (credential) => {
    const response = {};
    for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[part]) response[part] = text(credential.response[part]);
    }
    return JSON.stringify({
      id: credential.id, rawId: text(credential.rawId), type: credential.type, response, clientExtensionResults: {},
    });
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const failed = form.querySelector(".error");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      failed.hidden = true;
      try {
        form.elements.answer.value = words(await (form.dataset.passkey === "create" ? create : get)(form.dataset));
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  }
})();
