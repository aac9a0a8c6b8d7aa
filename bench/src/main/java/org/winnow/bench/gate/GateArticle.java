// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An article of the gate's texts. In a body, {@code [[…]]} marks a link and {@code [=…=]} a part in
 * another direction.
 *
 * @param form what it is: {@code article}, {@code list}, {@code live}, {@code brief}, {@code latin}
 * @param title its headline, without marks
 * @param lead its first paragraph, without marks; may be empty
 * @param body its blocks as the templates see them: {@code p}, {@code h2}, {@code quote}, {@code
 *     ul} with {@code items}; entries of a live blog have {@code time}, {@code h2} and {@code p}
 * @param fields everything that its mapping has
 */
record GateArticle(
    String form,
    String title,
    String lead,
    List<Map<String, Object>> body,
    Map<String, Object> fields) {

  static GateArticle of(Map<String, Object> yaml) {
    List<Map<String, Object>> body = new ArrayList<>();
    for (Map<String, Object> block : GateTexts.maps(yaml, "body")) {
      Object items = block.get("ul");
      body.add(items == null ? block : Map.of("ul", Map.of("items", items)));
    }
    String title = plain(GateTexts.text(yaml, "title"));
    String lead = plain(GateTexts.text(yaml, "lead"));
    Map<String, Object> fields = new LinkedHashMap<>(yaml);
    fields.put("title", title);
    fields.put("lead", lead);
    fields.put("body", body);
    return new GateArticle(GateTexts.text(yaml, "form"), title, lead, List.copyOf(body), fields);
  }

  /** The lines of those blocks, without marks and without the times of a live blog. */
  static List<String> lines(List<Map<String, Object>> blocks) {
    List<String> lines = new ArrayList<>();
    for (Map<String, Object> block : blocks) {
      block.forEach(
          (key, value) -> {
            if (key.equals("ul")) {
              GateTexts.strings(GateTexts.map(value), "items")
                  .forEach(item -> lines.add(plain(item)));
            } else if (!key.equals("time")) {
              lines.add(plain(value.toString()));
            }
          });
    }
    return lines;
  }

  static String plain(String marked) {
    return marked.replace("[[", "").replace("]]", "").replace("[=", "").replace("=]", "");
  }
}
