// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchOutcome.Fetched;
import org.winnow.crawler.FetchOutcome.Redirected;

/**
 * What each origin's robots.txt says (RFC 9309). It does not fetch: it says what to fetch, and is
 * told what came of it. Safe for use by several threads.
 */
final class RobotsCache {
  /** A crawl delay longer than this is cut to it. */
  static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

  // RFC 9309: 2.4, no longer than 24 hours; 2.3.1.2, at least five redirects.
  private static final Duration FRESH = Duration.ofHours(24);
  private static final int MAX_REDIRECTS = 5;
  private static final int MAX_TRIES = 3;

  private static final Pattern NAMES =
      Pattern.compile("(?im)^([ \\t]*user-?agent[ \\t]*:[ \\t]*)([^\\r\\n#,]{0,100},[^\\r\\n#]*)");

  private final Clock clock;
  private final String productToken;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  /** A cache for the robot of that name: the part of the user agent before the slash. */
  RobotsCache(String userAgent, Clock clock) {
    this.clock = clock;
    this.productToken = productToken(userAgent);
  }

  /** The name that robots.txt and pages call a robot by: its user agent up to the slash. */
  static String productToken(String userAgent) {
    return userAgent.split("[/\\s]", 2)[0].toLowerCase(Locale.ROOT);
  }

  /** The robot's name, in lower case. */
  String productToken() {
    return productToken;
  }

  /**
   * What is known of an origin.
   *
   * @param rules what its robots.txt says
   * @param problem why it could not be read, and so everything is disallowed; or empty
   */
  record Known(BaseRobotRules rules, String problem, Instant until) {

    boolean isAllowed(Url url) {
      return rules.isAllowed(url.toString());
    }

    /** How long to wait between requests, as asked for; zero if it does not ask. */
    Duration crawlDelay() {
      return Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    }

    List<String> sitemaps() {
      return rules.getSitemaps();
    }
  }

  private record Pending(Url next, int redirects, int tries) {}

  /** What is known of that origin, or empty if its robots.txt must be fetched first. */
  Optional<Known> find(String origin) {
    Known found = known.get(origin);
    return found == null || found.until().isBefore(clock.instant())
        ? Optional.empty()
        : Optional.of(found);
  }

  /** The address from which to fetch the origin's robots.txt next. */
  Url nextRequest(String origin) {
    return pending
        .computeIfAbsent(origin, o -> new Pending(Url.of(o + "/robots.txt"), 0, 0))
        .next();
  }

  /** Takes in what came of fetching it; empty if it must be asked for again. */
  Optional<Known> answered(String origin, FetchOutcome outcome) {
    Pending asked = pending.getOrDefault(origin, new Pending(Url.of(origin + "/robots.txt"), 0, 0));
    if (outcome instanceof Fetched fetched) {
      return settle(origin, parse(fetched.page()), "");
    }
    if (outcome instanceof Redirected redirect) {
      if (asked.redirects() == MAX_REDIRECTS) {
        return settle(origin, new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), "");
      }
      pending.put(origin, new Pending(redirect.to(), asked.redirects() + 1, asked.tries()));
      return Optional.empty();
    }
    if (outcome instanceof Failed failed && (failed.isTemporary() || !isClientError(failed))) {
      if (failed.isTemporary() && asked.tries() + 1 < MAX_TRIES) {
        pending.put(origin, new Pending(asked.next(), asked.redirects(), asked.tries() + 1));
        return Optional.empty();
      }
      return settle(origin, new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), failed.reason());
    }
    return settle(origin, new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), "");
  }

  /** How often fetching it has failed for now. */
  int tries(String origin) {
    Pending asked = pending.get(origin);
    return asked == null ? 0 : asked.tries();
  }

  private Optional<Known> settle(String origin, BaseRobotRules rules, String problem) {
    Known settled = new Known(rules, problem, clock.instant().plus(FRESH));
    known.put(origin, settled);
    pending.remove(origin);
    return Optional.of(settled);
  }

  private static boolean isClientError(Failed failed) {
    return failed.reason().startsWith("http 4");
  }

  private BaseRobotRules parse(FetchedPage page) {
    // Quirk: the parser takes a crawl delay above its own limit for "disallow all".
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    return parser.parseContent(
        page.url().toString(),
        oneNamePerLine(whole(page.body())),
        contentType(page),
        List.of(productToken));
  }

  /** Without the line that the limit has cut: half of "Disallow: /a" would disallow everything. */
  private static byte[] whole(byte[] body) {
    int end = body.length;
    if (end == FetchRequest.Kind.ROBOTS.maxBytes) {
      while (end > 0 && body[end - 1] != '\n' && body[end - 1] != '\r') {
        end--;
      }
    }
    return end == body.length ? body : Arrays.copyOf(body, end);
  }

  /** Quirk: some files name several robots on one line, with commas; the parser reads the first. */
  private static byte[] oneNamePerLine(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    Matcher line = NAMES.matcher(text);
    return line.find()
        ? line.replaceAll(names -> names(names.group(1), names.group(2)))
            .getBytes(StandardCharsets.ISO_8859_1)
        : body;
  }

  private static String names(String key, String names) {
    return Stream.of(names.split(",", -1))
        .map(name -> Matcher.quoteReplacement(key + name.strip()))
        .collect(Collectors.joining("\n"));
  }

  private static @Nullable String contentType(FetchedPage page) {
    String type = page.header("Content-Type");
    return type.isEmpty() ? "text/plain" : type;
  }
}
