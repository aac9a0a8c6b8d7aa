// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules between the modules, and that each of them can be broken. */
class ModuleRulesTest {
  private static final String CORPUS = "org.winnow.corpus..";
  private static final String SITE_RULES = "org.winnow.siterules..";
  private static final String CRAWLER = "org.winnow.crawler..";
  private static final String EXTRACTORS = "org.winnow.extractors..";
  private static final String PIPELINE = "org.winnow.pipeline..";
  private static final String REVIEW = "org.winnow.review..";
  private static final String APP = "org.winnow.app..";

  private static final JavaClasses WINNOW =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.winnow");

  private static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("corpus")
          .definedBy(CORPUS)
          .layer("site-rules")
          .definedBy(SITE_RULES)
          .layer("crawler")
          .definedBy(CRAWLER)
          .layer("extractors")
          .definedBy(EXTRACTORS)
          .layer("pipeline")
          .definedBy(PIPELINE)
          .layer("review")
          .definedBy(REVIEW)
          .layer("app")
          .definedBy(APP)
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("review")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("pipeline")
          .mayOnlyBeAccessedByLayers("review", "app")
          .whereLayer("crawler")
          .mayOnlyBeAccessedByLayers("pipeline", "review", "app")
          .whereLayer("extractors")
          .mayOnlyBeAccessedByLayers("pipeline", "review", "app")
          .whereLayer("site-rules")
          .mayOnlyBeAccessedByLayers("crawler", "extractors", "pipeline", "review", "app");

  private static final DescribedPredicate<JavaAccess<?>> A_CONNECTION =
      DescribedPredicate.describe(
          "open a connection",
          access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            return Set.of(
                        "java.net.Socket",
                        "java.net.DatagramSocket",
                        "java.nio.channels.SocketChannel",
                        "javax.net.SocketFactory",
                        "javax.net.ssl.SSLSocketFactory",
                        "java.net.http.HttpClient",
                        "okhttp3.OkHttpClient",
                        "okhttp3.OkHttpClient$Builder")
                    .contains(owner)
                || (owner.equals("java.net.URL")
                    && Set.of("openConnection", "openStream", "getContent").contains(name))
                || (owner.equals("org.jsoup.Jsoup") && name.equals("connect"));
          });

  private static final DescribedPredicate<JavaAccess<?>> A_STANDARD_STREAM =
      DescribedPredicate.describe(
          "use System.out or System.err",
          access ->
              access.getTargetOwner().getName().equals("java.lang.System")
                  && Set.of("out", "err").contains(access.getTarget().getName()));

  private static final ArchRule CONNECTIONS =
      noClasses()
          .that()
          .resideInAPackage("org.winnow..")
          .and()
          .resideOutsideOfPackage(CRAWLER)
          .should()
          .accessTargetWhere(A_CONNECTION);

  private static final ArchRule HTML_PARSER =
      noClasses()
          .that()
          .resideOutsideOfPackages(CRAWLER, EXTRACTORS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jsoup..");

  private static final ArchRule LOGGING =
      noClasses()
          .that()
          .resideInAnyPackage(CORPUS, SITE_RULES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.slf4j..", "ch.qos.logback..", "java.util.logging..");

  private static final ArchRule STREAMS =
      noClasses().that().resideOutsideOfPackage(APP).should().accessTargetWhere(A_STANDARD_STREAM);

  @Test
  void modules_see_only_the_modules_below_them() {
    LAYERS.check(WINNOW);
  }

  @Test
  void only_the_crawler_opens_connections() {
    CONNECTIONS.check(WINNOW);
  }

  @Test
  void only_extractors_and_crawler_parse_html() {
    HTML_PARSER.check(WINNOW);
  }

  @Test
  void corpus_and_site_rules_never_log() {
    LOGGING.check(WINNOW);
  }

  @Test
  void only_the_app_writes_to_the_standard_streams() {
    STREAMS.check(WINNOW);
  }

  @Test
  void every_module_is_looked_at() {
    assertThat(WINNOW.stream().map(JavaClass::getPackageName).map(ModuleRulesTest::module))
        .contains("corpus", "siterules", "crawler", "extractors", "pipeline", "review", "app");
  }

  @Test
  void a_class_that_opens_connections_breaks_the_rule() {
    assertThat(broken(CONNECTIONS, Connecting.class)).hasSize(2);
  }

  @Test
  void the_extractors_would_break_the_rule_about_html() {
    ArchRule everywhere =
        noClasses()
            .that()
            .resideInAPackage(EXTRACTORS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsoup..");
    assertThat(everywhere.evaluate(WINNOW).hasViolation()).isTrue();
  }

  @Test
  void a_class_that_writes_to_a_standard_stream_breaks_the_rule() {
    assertThat(broken(noClasses().should().accessTargetWhere(A_STANDARD_STREAM), Printing.class))
        .hasSize(1);
  }

  private static List<String> broken(ArchRule rule, Class<?> culprit) {
    return rule.evaluate(new ClassFileImporter().importClasses(culprit))
        .getFailureReport()
        .getDetails();
  }

  private static String module(String packageName) {
    return packageName.replaceFirst("^org\\.winnow\\.(\\w+).*", "$1");
  }

  @SuppressWarnings("unused")
  private static final class Connecting {
    Socket socket() throws IOException {
      return new Socket(InetAddress.getLoopbackAddress(), 9);
    }

    Object content() throws IOException {
      return URI.create("http://127.0.0.1:9/").toURL().openStream();
    }
  }

  @SuppressWarnings("unused")
  private static final class Printing {
    PrintStream out() {
      return System.out;
    }
  }
}
