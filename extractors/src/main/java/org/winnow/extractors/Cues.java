// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.winnow.siterules.Preset;

/**
 * What an element's tag, role, class and id say about its content, as a set of bits. Names are cut
 * into words at punctuation and at capitals and looked up; long words also by their beginning,
 * because sites glue ({@code commentbox}, {@code relatedarticles}).
 */
final class Cues {
  static final int NAV = 1;
  static final int HEADER = 1 << 1;
  static final int FOOTER = 1 << 2;
  static final int ASIDE = 1 << 3;
  static final int FORM = 1 << 4;
  static final int CAPTION = 1 << 5;
  static final int COMMENTS = 1 << 6;
  static final int RELATED = 1 << 7;
  static final int SHARE = 1 << 8;
  static final int META = 1 << 9;
  static final int ADVERTISEMENT = 1 << 10;
  static final int SUBSCRIBE = 1 << 11;
  static final int COOKIES = 1 << 12;
  static final int TAGS = 1 << 13;
  static final int POPUP = 1 << 14;

  static final int UNSEEN = 1 << 15;

  /** All bits above: what speaks against content. */
  static final int AGAINST = (1 << 16) - 1;

  static final int ARTICLE = 1 << 16;
  static final int MAIN = 1 << 17;
  static final int BODY = 1 << 18;
  static final int TITLE = 1 << 19;
  static final int ITEM = 1 << 20;
  static final int TABLE = 1 << 21;
  static final int QUOTE = 1 << 22;
  static final int BODY_PROPERTY = 1 << 23;
  static final int TIME = 1 << 24;
  static final int KICKER = 1 << 25;
  static final int POST = 1 << 26;
  static final int USER = 1 << 27;
  static final int PRICE = 1 << 28;
  static final int GRID = 1 << 29;
  static final int SLIDER = 1 << 30;
  static final int TABS = 1 << 31;

  private static final Pattern SPACE = Pattern.compile(" ");
  private static final Map<String, Integer> WORDS = new HashMap<>(); // filled below, then only read
  private static final Map<String, Integer> BEGINNINGS = new HashMap<>();
  private static final int SHORTEST_BEGINNING = 5;

  static {
    words(
        NAV, "nav menu navbar breadcrumb breadcrumbs crumbs pagination pager pagenav sitemap toc");
    words(NAV, "skip");
    words(HEADER, "masthead topbar toolbar");
    words(FOOTER, "footer foot colophon copyright copy disclaimer");
    words(ASIDE, "sidebar rail aside sidebars");
    words(CAPTION, "caption captions legend credit credits imgcaption");
    words(COMMENTS, "comment comments disqus respond replies livefyre talkback feedback");
    words(RELATED, "related recommended recommendations recirc recirculation trending popular");
    words(RELATED, "outbrain taboola mostread morestories readmore seealso teaser teasers upsell");
    words(SHARE, "share sharing social sharedaddy addthis sharethis follow socials");
    words(META, "byline dateline timestamp meta author authors published posted pubdate bio");
    words(
        ADVERTISEMENT, "ad ads advert adverts advertisement sponsor sponsored promo promos banner");
    words(ADVERTISEMENT, "adsbygoogle dfp");
    words(SUBSCRIBE, "newsletter subscribe subscription signup paywall regwall");
    words(COOKIES, "cookie cookies gdpr consent onetrust");
    words(TAGS, "tags tagcloud taglist keywords categories");
    words(UNSEEN, "sronly visuallyhidden offscreen");
    words(POPUP, "popup modal overlay lightbox dialog tooltip login");
    words(BODY, "article content entry story text body articlebody hentry detail prose");
    words(BODY | POST, "post posts");
    words(TITLE, "title headline heading");
    words(KICKER, "kicker subtitle subheadline standfirst overline superhead pretitle suptitle");
    words(KICKER, "dek deck subhead subheading");
    words(POST, "message messages reply thread topic postbody postcontent forum answer answers");
    words(POST, "question questions review reviews conversation discussion bubble");
    words(USER, "user users avatar profile member signature username memberinfo poster userinfo");
    words(PRICE, "price prices cart basket product products sku checkout shop buy stock qty");
    words(GRID, "grid list listing listings card cards item items tile tiles results archive feed");
    words(SLIDER, "slider carousel slick swiper slide slides gallery marquee ticker hero splide");
    words(TABS, "tab tabs accordion collapse panel faq toggle filter filters facet sort dropdown");
    beginnings(POST, "forum messag thread");
    beginnings(USER, "avatar profile");
    beginnings(PRICE, "product price");
    beginnings(SLIDER, "slider carousel swiper gallery");
    beginnings(TABS, "accord filter dropdown");
    beginnings(NAV, "breadcrumb navigation pagination");
    beginnings(FOOTER, "footer copyright");
    beginnings(ASIDE, "sidebar");
    beginnings(CAPTION, "caption");
    beginnings(COMMENTS, "comment disqus");
    beginnings(RELATED, "related recommend trending youmay mostpopular mostread alsolike");
    beginnings(SHARE, "share social");
    beginnings(ADVERTISEMENT, "sponsor advert");
    beginnings(SUBSCRIBE, "newsletter subscri");
    beginnings(COOKIES, "cookie");
    beginnings(META, "author writer byline");
    beginnings(BODY, "article content story");
  }

  private Cues() {}

  /** The bits of what a preset stands for. */
  static int ofPreset(Preset preset) {
    return switch (preset) {
      case ADVERTISEMENT -> ADVERTISEMENT;
      case COMMENTS -> COMMENTS;
      case COOKIES -> COOKIES;
      case COPYRIGHT, TERMS -> FOOTER;
      case CREDITS, UPDATED -> META;
      case FORMS -> FORM;
      case MEDIA -> CAPTION;
      case MOST_READ, READ_ALSO, RELATED -> RELATED;
      case NAVIGATION -> NAV;
      case SHARE -> SHARE;
      case SUBSCRIBE -> SUBSCRIBE;
    };
  }

  /** The bits of a tag. */
  static int ofTag(String tag) {
    return switch (tag) {
      case "nav", "menu" -> NAV;
      case "header" -> HEADER;
      case "footer" -> FOOTER;
      case "aside" -> ASIDE;
      case "form", "fieldset", "label", "legend" -> FORM;
      case "figcaption", "figure", "caption" -> CAPTION;
      case "dialog" -> POPUP;
      case "article" -> ARTICLE;
      case "main" -> MAIN;
      case "li" -> ITEM;
      case "td", "th" -> TABLE;
      case "blockquote" -> QUOTE;
      case "time" -> TIME;
      default -> 0;
    };
  }

  /** The bits of an ARIA role. */
  static int ofRole(String role) {
    return switch (role) {
      case "navigation", "menu", "menubar", "tablist" -> NAV;
      case "banner" -> HEADER;
      case "contentinfo" -> FOOTER;
      case "complementary" -> ASIDE;
      case "search", "form" -> FORM;
      case "dialog", "alertdialog" -> POPUP;
      case "main" -> MAIN;
      case "article" -> ARTICLE;
      default -> 0;
    };
  }

  /** The bits of a class attribute's or an id's value. */
  static int ofName(String name) {
    int bits = isUnseen(name) ? UNSEEN : 0;
    int start = 0;
    int length = Math.min(name.length(), 500);
    for (int i = 0; i <= length; i++) {
      boolean isEnd = i == length || !Character.isLetterOrDigit(name.charAt(i));
      boolean isHump =
          !isEnd
              && i > start
              && Character.isUpperCase(name.charAt(i))
              && Character.isLowerCase(name.charAt(i - 1));
      if (isEnd || isHump) {
        if (i > start) {
          bits |= ofWord(name.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = isEnd ? i + 1 : i;
      }
    }
    return bits;
  }

  /** The names that style sheets use for text that only a screen reader sees. */
  private static boolean isUnseen(String name) {
    return name.contains("sr-only")
        || name.contains("visually-hidden")
        || name.contains("screen-reader");
  }

  private static int ofWord(String word) {
    Integer whole = WORDS.get(word);
    if (whole != null) {
      return whole;
    }
    if (word.length() > SHORTEST_BEGINNING) {
      for (int length = Math.min(word.length(), 11); length >= SHORTEST_BEGINNING; length--) {
        Integer beginning = BEGINNINGS.get(word.substring(0, length));
        if (beginning != null) {
          return beginning;
        }
      }
    }
    return word.contains("teaser") || word.contains("related") ? RELATED : 0;
  }

  private static void words(int bit, String words) {
    SPACE.splitAsStream(words).forEach(word -> WORDS.put(word, bit));
  }

  private static void beginnings(int bit, String words) {
    SPACE.splitAsStream(words).forEach(word -> BEGINNINGS.put(word, bit));
  }
}
