// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.winnow.pipeline.UserError;

/** What a person has to know to get in; only its hash is kept. */
public final class Password {

  /** What OWASP's password storage cheat sheet asks of PBKDF2 with HMAC-SHA256. */
  private static final int ROUNDS = 600_000;

  private static final int SHORTEST = 8;
  private static final int LONGEST = 1000;

  private final byte[] salt = new byte[16];
  private final byte[] hash;

  /**
   * @throws UserError if it is too short
   */
  public Password(String password) {
    if (password.length() < SHORTEST) {
      throw new UserError("the password is too short; take at least " + SHORTEST + " characters");
    }
    new SecureRandom().nextBytes(salt);
    this.hash = hash(password, salt);
  }

  /** Whether that is it. Takes a few tenths of a second of the processor, by intention. */
  boolean isRight(String attempt) {
    return attempt.length() <= LONGEST && MessageDigest.isEqual(hash, hash(attempt, salt));
  }

  private static byte[] hash(String password, byte[] salt) {
    PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    } finally {
      key.clearPassword();
    }
  }
}
