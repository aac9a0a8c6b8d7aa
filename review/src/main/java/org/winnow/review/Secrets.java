// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.winnow.pipeline.UserError;

/**
 * The secret of a data folder, in its file {@code serve.secret} that only its owner may read; form
 * tokens and the token for programs are made from it, so that both outlive a restart.
 */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String FILE = "serve.secret";

  private final byte[] secret;

  private Secrets(byte[] secret) {
    this.secret = secret.clone();
  }

  /**
   * The secret of that data folder; makes one if there is none.
   *
   * @throws UserError if its file is damaged
   */
  public static Secrets of(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      create(file);
    }
    byte[] secret = Files.readString(file).strip().getBytes(StandardCharsets.US_ASCII);
    if (secret.length < 32) {
      throw new UserError(file + ": damaged; delete it, and a new one is made");
    }
    return new Secrets(secret);
  }

  private static void create(Path file) throws IOException {
    boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
    FileAttribute<?>[] attributes =
        isPosix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)}
            : new FileAttribute<?>[0];
    try (var out =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
      out.write(StandardCharsets.US_ASCII.encode(random() + "\n"));
    } catch (FileAlreadyExistsException made) {
      // Another process was faster: its secret is as good.
    }
  }

  /** The token for programs: {@code Authorization: Bearer TOKEN}. */
  public String apiToken() {
    return sign("api");
  }

  /** The form token of a session. */
  String formToken(String session) {
    return sign("form " + session);
  }

  /** 256 random bits, for an address or a cookie. */
  static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return text(bytes);
  }

  /** Whether both are the same, in a time that does not tell how far they are. */
  static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private String sign(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return text(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
