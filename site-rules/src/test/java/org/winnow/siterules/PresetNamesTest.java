// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetNamesTest {
  private static final PresetNames NAMES = PresetNames.bundled();

  @ParameterizedTest
  @CsvSource({
    "sharedaddy, SHARE",
    "share-buttons, SHARE",
    "share_buttons, SHARE",
    "shareButtons, SHARE",
    "Share-Bar, SHARE",
    "article__share, SHARE",
    "share-on-mastodon, SHARE",
    "jp-relatedposts, RELATED",
    "taboola-below-article, RELATED",
    "OUTBRAIN, RELATED",
    "comment-respond, COMMENTS",
    "comments-area, COMMENTS",
    "disqus_thread, COMMENTS",
    "breadcrumb, NAVIGATION",
    "page-links, NAVIGATION",
    "adsbygoogle, ADVERTISEMENT",
    "div-gpt-ad-1234-0, ADVERTISEMENT",
    "ad-slot, ADVERTISEMENT",
    "newsletter, SUBSCRIBE",
    "cookie-bar, COOKIES",
    "onetrust-banner-sdk, COOKIES",
    "author-bio, CREDITS",
    "most-read, MOST_READ",
    "site-footer, COPYRIGHT",
    "search-form, FORMS"
  })
  void a_name_in_common_use_is_known(String token, Preset preset) {
    assertThat(NAMES.presetOf(token)).contains(preset);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "article",
        "article-body",
        "articleBody",
        "article-content",
        "content",
        "content-main",
        "post",
        "post-content",
        "post-body",
        "entry",
        "entry-content",
        "main",
        "main-content",
        "story",
        "story-body",
        "text",
        "single",
        "single-post",
        "body",
        "page",
        "container",
        "row",
        "col-md-8",
        "wrapper",
        "hentry",
        "post-207",
        "type-post",
        "has-post-thumbnail",
        "no-ads",
        "has-comments",
        "with-related",
        "is-sponsored",
        "no-share",
        "sidebar-right",
        "shared",
        "adobe",
        "header",
        "headline",
        "title",
        "reading",
        "advice",
        "readmore",
        "td-post-content",
        "node-content",
        "field-name-body",
        "rich-text",
        "prose",
        "category-news",
        "tag-water",
        "category-local",
        "leaderboard",
        "code-block",
        ""
      })
  void a_name_that_bodies_carry_is_not_boilerplate(String token) {
    assertThat(NAMES.presetOf(token)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void selectors_never_name_a_body_container(Preset preset) {
    assertThat(NAMES.selectors(preset)).doesNotContain("article", "main", "[role=main]", "body");
  }

  @Test
  void aria_roles_name_the_frame_of_a_page() {
    assertThat(NAMES.selectors(Preset.NAVIGATION)).contains("[role=navigation]", "nav");
    assertThat(NAMES.selectors(Preset.COPYRIGHT)).contains("[role=contentinfo]");
  }
}
