// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/** What went wrong while the rest was done, each named once. Not safe for several threads. */
public final class Failures {
  private final List<String> lines = new ArrayList<>();

  /** Notes that {@code name} could not be done, and why. */
  public void add(String name, String reason) {
    lines.add(name + ": " + reason);
  }

  /** Notes a failure that names itself. */
  public void add(String line) {
    lines.add(line);
  }

  public int count() {
    return lines.size();
  }

  /** One line a failure, in the order in which they came. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Why an operation failed, in words for the user. */
  public static String reason(Throwable failure) {
    if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
      return reason(unchecked.getCause());
    }
    if (failure instanceof FileSystemException file) {
      return (file.getFile() == null ? "" : file.getFile() + ": ") + fileReason(file);
    }
    if (failure instanceof IOException) {
      String message = failure.getMessage();
      return message == null ? failure.getClass().getSimpleName() : message;
    }
    return failure.toString();
  }

  private static String fileReason(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileSystemLoopException) {
      return "a link that leads back into its own folder";
    }
    return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
  }
}
