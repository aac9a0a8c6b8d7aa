// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageKind;
import org.winnow.corpus.Url;
import org.winnow.siterules.PresetNames;

/**
 * Trains the model of page kinds on labelled pages ({@code gold.jsonl} with {@code id, url, kind}
 * beside {@code pages/}), deterministic. Arguments: the file to write, then the folders. Pages are
 * taken with and without what old pages and files lack: an address, statements for machines,
 * classes.
 */
final class KindTraining {
  private static final int FOLDS = 10;
  private static final int ROUNDS = 300;
  private static final double DECAY = 0.003;
  private static final double RATE = 0.05;
  private static final double VARIANT_WEIGHT = 0.5;
  private static final int LINE = 130;

  private final List<Page> pages = new ArrayList<>();

  @SuppressWarnings("ArrayRecordComponent")
  private record Page(String set, String id, String site, int kind, double[] figures) {}

  @SuppressWarnings("ArrayRecordComponent")
  private record Example(double[] figures, int kind, double weight) {}

  private KindTraining() {}

  public static void main(String[] args) throws IOException {
    KindTraining training = new KindTraining();
    for (int i = 1; i < args.length; i++) {
      training.read(Path.of(args[i]));
    }
    List<String> about = training.validate();
    about.forEach(System.out::println);
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Weights of the page kinds: a figure, then one weight for each of " + KindModel.KINDS);
    about.forEach(line -> lines.add("# " + line));
    lines.addAll(training.fit(training.pages).lines());
    Files.write(Path.of(args[0]), lines);
  }

  private void read(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ElementNames names = new ElementNames(PresetNames.bundled());
    for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
      JsonNode gold = json.readTree(line);
      int kind = kind(gold.path("kind").asText());
      if (kind < 0) {
        continue;
      }
      String id = gold.path("id").asText();
      Url url = Url.parse(gold.path("url").asText()).orElse(Url.of("https://file.invalid/"));
      byte[] body;
      try (InputStream in =
          new GZIPInputStream(Files.newInputStream(folder.resolve("pages/" + id + ".html.gz")))) {
        body = in.readAllBytes();
      }
      ParsedPage parsed =
          PageParser.parse(new FetchedPage(url, url, Instant.EPOCH, 200, List.of(), body));
      PageWalk walk = PageWalk.over(parsed.document(), names);
      double[] figures = PageFigures.of(url, PageMetadata.of(parsed, walk.scan()), walk.blocks());
      pages.add(new Page(folder.getFileName().toString(), id, site(url), kind, figures));
    }
  }

  private static int kind(String label) {
    PageKind kind =
        switch (label) {
          case "collection" -> PageKind.LISTING;
          case "news" -> PageKind.ARTICLE;
          default -> {
            PageKind found = null;
            for (PageKind each : PageKind.values()) {
              found = each.label().equals(label) ? each : found;
            }
            yield found;
          }
        };
    return kind == null ? -1 : KindModel.KINDS.indexOf(kind);
  }

  /** The host's last two labels, three under a short second one: bbc.co.uk. */
  private static String site(Url url) {
    String[] labels = url.host().split("\\.", -1);
    int count = labels.length > 2 && labels[labels.length - 2].length() <= 3 ? 3 : 2;
    return String.join(
        ".", List.of(labels).subList(Math.max(labels.length - count, 0), labels.length));
  }

  /** Tenfold, no site in two folds; what comes of it in words. */
  private List<String> validate() {
    int kinds = KindModel.KINDS.size();
    int[][] confusion = new int[kinds][kinds];
    int right = 0;
    Set<String> sites = new TreeSet<>();
    CRC32 data = new CRC32();
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      KindModel model = fit(pages.stream().filter(page -> fold(page) != held).toList());
      for (Page page : pages) {
        if (fold(page) == held) {
          int told = best(model.probabilities(page.figures()));
          right += told == page.kind() ? 1 : 0;
          confusion[page.kind()][told]++;
        }
      }
    }
    for (Page page : pages) {
      sites.add(page.site());
      data.update((page.set() + page.id() + page.kind()).getBytes(StandardCharsets.UTF_8));
    }
    List<String> about = new ArrayList<>();
    about.add(
        String.format(
            Locale.ROOT,
            "%d pages of %d sites, fingerprint %08x; cross-validated by site: %.3f right",
            pages.size(),
            sites.size(),
            data.getValue(),
            (double) right / pages.size()));
    for (int kind = 0; kind < kinds; kind++) {
      StringBuilder row =
          new StringBuilder(KindModel.KINDS.get(kind).label()).append(" is told as");
      for (int told = 0; told < kinds; told++) {
        row.append(' ').append(confusion[kind][told]);
      }
      about.add(row.toString());
    }
    StringBuilder line = new StringBuilder("sites:");
    for (String site : sites) {
      if (line.length() + site.length() > LINE) {
        about.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(site);
    }
    about.add(line.toString());
    return about;
  }

  private static int fold(Page page) {
    CRC32 crc = new CRC32();
    crc.update(page.site().getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() % FOLDS);
  }

  private static int best(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }

  private KindModel fit(List<Page> training) {
    List<Example> examples = new ArrayList<>();
    for (Page page : training) {
      examples.add(new Example(page.figures(), page.kind(), 1));
      examples.add(without(page, "url"));
      examples.add(without(page, "og ", "ld-", "generator", "byline", "published", "headline"));
      examples.add(
          without(page, "url", "og ", "ld-", "generator", "byline", "published", "headline"));
      examples.add(
          without(
              page, "url", "og ", "ld-", "generator", "byline", "published", "headline", "class"));
    }
    return new KindModel(descend(examples));
  }

  private static Example without(Page page, String... prefixes) {
    List<String> names = PageFigures.names();
    double[] figures = page.figures().clone();
    for (int i = 0; i < figures.length; i++) {
      for (String prefix : prefixes) {
        figures[i] = names.get(i).startsWith(prefix) ? 0 : figures[i];
      }
    }
    return new Example(figures, page.kind(), VARIANT_WEIGHT);
  }

  /** Adam on the penalised log-likelihood. */
  private static double[][] descend(List<Example> examples) {
    int figures = PageFigures.names().size();
    int kinds = KindModel.KINDS.size();
    double[][] weights = new double[figures][kinds];
    double[][] mean = new double[figures][kinds];
    double[][] square = new double[figures][kinds];
    double all = examples.stream().mapToDouble(Example::weight).sum();
    for (int round = 1; round <= ROUNDS; round++) {
      double[][] gradient = new double[figures][kinds];
      KindModel model = new KindModel(weights);
      for (Example example : examples) {
        double[] error = model.probabilities(example.figures());
        error[example.kind()] -= 1;
        for (int i = 0; i < figures; i++) {
          double value = example.figures()[i] * example.weight() / all;
          if (value != 0) {
            for (int k = 0; k < kinds; k++) {
              gradient[i][k] += value * error[k];
            }
          }
        }
      }
      for (int i = 0; i < figures; i++) {
        for (int k = 0; k < kinds; k++) {
          double slope = gradient[i][k] + DECAY * weights[i][k];
          mean[i][k] = 0.9 * mean[i][k] + 0.1 * slope;
          square[i][k] = 0.999 * square[i][k] + 0.001 * slope * slope;
          double step = mean[i][k] / (1 - Math.pow(0.9, round));
          weights[i][k] -=
              RATE * step / (Math.sqrt(square[i][k] / (1 - Math.pow(0.999, round))) + 1e-8);
        }
      }
    }
    return weights;
  }
}
