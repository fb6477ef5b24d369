package org.cscc.vault;

/**
 * The key that opens the keys of the organizations is not there, or is another one. Nothing of
 * survivors can be read or written then, and a center that started anyway would look as if nothing
 * was there.
 */
public final class VaultKeyLost extends RuntimeException {
  VaultKeyLost(String what) {
    super(
        what
            + " Put the key of this database back: the file keys/vault.key of the data directory,"
            + " or CSCC_VAULT_KEY. Without it what is sealed stays sealed.");
  }
}
