// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.winnow.pipeline.UserError;

/** What is answered when something cannot be: a page, a line for htmx, JSON for a program. */
final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
  private static final int ID_LENGTH = 8;

  void answer(Exception failure, Visit visit) {
    if (failure instanceof Refusal refusal) {
      if (refusal.status() == 401 && isNavigation(visit)) {
        visit.redirect(FramePages.LOGIN + "?to=" + FramePages.encode(visit.path()));
        return;
      }
      show(visit, refusal.status(), visit.texts().text(refusal.key()));
    } else if (failure instanceof UserError wrong) {
      show(visit, 400, String.valueOf(wrong.getMessage()));
    } else if (failure instanceof HttpResponseException http) {
      show(visit, http.getStatus(), visit.texts().text(key(http.getStatus())));
    } else {
      String id = Secrets.random().substring(0, ID_LENGTH);
      LOG.error("error {} at {} {}", id, visit.context().method(), visit.path(), failure);
      show(visit, 500, visit.texts().text("frame.error.bug", id));
    }
  }

  private static String key(int status) {
    return switch (status) {
      case 404 -> "frame.error.notfound";
      case 405 -> "frame.error.method";
      case 413 -> "frame.error.large";
      default -> "frame.error.request";
    };
  }

  private static boolean isNavigation(Visit visit) {
    return !visit.path().startsWith("/api/")
        && visit.context().method().name().equals("GET")
        && visit.context().header("Authorization") == null
        && (visit.isPart() || accepts(visit, "text/html"));
  }

  private static void show(Visit visit, int status, String message) {
    visit.context().status(status);
    if (status == 401) {
      visit.context().header("WWW-Authenticate", "Bearer");
    }
    if (visit.isPart()) {
      visit.context().contentType("text/plain; charset=utf-8").result(message);
    } else if (!visit.path().startsWith("/api/") && accepts(visit, "text/html")) {
      visit.show("error", Map.of("message", message, "status", status));
    } else {
      visit.json("{\"status\":" + status + ",\"message\":" + Json.string(message) + "}");
    }
  }

  private static boolean accepts(Visit visit, String type) {
    String accepted = visit.context().header("Accept");
    return accepted != null && accepted.contains(type);
  }
}
