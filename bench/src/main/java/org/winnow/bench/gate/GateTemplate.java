// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.gate;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page template.
 *
 * @param name its file's name without extension
 * @param kind what it is an example of
 * @param form the form of the articles that it takes
 * @param isLegacy whether its pages are in the charset that the language had before UTF-8
 * @param gold which parts of the article are the gold text
 * @param template its source
 */
record GateTemplate(
    String name, String kind, String form, boolean isLegacy, List<String> gold, Template template) {
  private static final List<String> WHOLE = List.of("title", "lead", "body");

  /** The templates of a gate's folder, in the order of its {@code templates.yml}. */
  static List<GateTemplate> read(Path folder) throws IOException {
    Path sources = folder.resolve("templates");
    String blocks = Files.readString(sources.resolve("blocks.part.html"));
    Mustache.Compiler compiler =
        Mustache.compiler()
            .emptyStringIsFalse(true)
            .withEscaper(GateTemplate::escaped)
            .withLoader(partial -> new StringReader(blocks));
    List<GateTemplate> templates = new ArrayList<>();
    for (Map<String, Object> entry :
        GateTexts.maps(GateTexts.load(folder.resolve("templates.yml")))) {
      String name = GateTexts.text(entry, "name");
      templates.add(
          new GateTemplate(
              name,
              GateTexts.text(entry, "kind"),
              GateTexts.text(entry, "form"),
              Boolean.TRUE.equals(entry.get("legacy")),
              entry.containsKey("gold") ? GateTexts.strings(entry, "gold") : WHOLE,
              compiler.compile(Files.readString(sources.resolve(name + ".html")))));
    }
    return templates;
  }

  /** Text as HTML, its marks as elements. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("[[", "<a href=\"/topic\">")
        .replace("]]", "</a>")
        .replace("[=", "<bdi lang=\"en\">")
        .replace("=]", "</bdi>");
  }
}
