// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.util.List;

/**
 * The command, a rule or the configuration is wrong, and nothing was fetched or written. Ends the
 * command with exit code 2; the message is for the user, one line per problem, each naming the
 * place and what to do.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserError(String message) {
    super(message);
  }

  public UserError(List<String> problems) {
    super(String.join("\n", problems));
  }
}
