// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.winnow.pipeline.UserError;
import org.winnow.review.Visit;

/** Questions and answers of programs. */
final class Answers {
  static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final int USUAL_LIMIT = 50;
  private static final int MOST = 500;

  private Answers() {}

  static void send(Visit visit, Object answer) {
    try {
      visit.json(JSON.writeValueAsString(answer));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The body of the request.
   *
   * @throws UserError if it is not of that form
   */
  static <T> T body(Visit visit, Class<T> type) {
    try {
      T body = JSON.readValue(visit.context().body(), type);
      if (body == null) {
        throw new UserError("the body is not a JSON object");
      }
      return body;
    } catch (JsonProcessingException wrong) {
      throw new UserError("the body is not as openapi.json says: " + wrong.getOriginalMessage());
    }
  }

  static long number(Visit visit, String name, long usual) {
    String text = visit.query(name).orElse(null);
    try {
      return text == null ? usual : Long.parseLong(text);
    } catch (NumberFormatException wrong) {
      throw new UserError(name + ": '" + text + "' is not a whole number");
    }
  }

  static int limit(Visit visit) {
    long limit = number(visit, "limit", USUAL_LIMIT);
    if (limit < 1 || limit > MOST) {
      throw new UserError("limit: " + limit + " is not between 1 and " + MOST);
    }
    return (int) limit;
  }

  static @Nullable LocalDate day(String name, @Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException wrong) {
      throw new UserError(name + ": '" + text + "' is not a day as in 2026-01-31");
    }
  }

  static double share(String name, @Nullable String text) {
    try {
      double share = text == null ? 0 : Double.parseDouble(text);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException wrong) {
      throw new UserError(name + ": '" + text + "' is not a number");
    }
    throw new UserError(name + ": " + text + " is not between 0 and 1");
  }
}
