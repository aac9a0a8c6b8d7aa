// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.winnow.siterules.imports.XPathToCss;
import org.winnow.siterules.imports.XPathTranslation.Branch;
import org.winnow.siterules.imports.XPathTranslation.Selected;

/** That a translation selects on a page what its XPath selects. */
class XPathTranslationTest {
  private static final Document PAGE =
      Jsoup.parse(
          """
          <html><head><title>T</title><meta property="og:title" content="T"></head>
          <body class="home page">
          <nav id="top"><ul><li class="on">a</li><li>b</li><li class="on x">c</li></ul></nav>
          <div class="main mainContent" id="main">
            <article itemscope itemtype="Article">
              <h1>Head</h1><p class="lead">Lead by <a rel="author" href="/who">Who</a></p>
              <h2>First</h2><p>one <b>two</b></p><p class="ad">Ad (paid)</p><hr>
              <h2>Second</h2><div class="ad-box ad"><p>three</p><div><p>four</p><a href="/tag/x">t</a></div></div>
              <p>it's "quoted"</p><hr><p class="">five</p><script>var x = 1;</script>
              <section><section><a href="/tag/y">y</a></section><time datetime="2020">then</time></section>
            </article>
            <article class="second"><h1>Other</h1><p>six</p><p>seven</p></article>
          </div>
          <div class="footer"><div><p>eight</p></div><a href="/z">z</a><p>nine</p></div>
          </body></html>
          """);

  private static final IdentityHashMap<Node, Element> ELEMENTS = new IdentityHashMap<>();
  private static final org.w3c.dom.Document DOM = dom();

  private static org.w3c.dom.Document dom() {
    org.w3c.dom.Document dom = new W3CDom().namespaceAware(false).fromJsoup(PAGE);
    NodeList nodes = dom.getElementsByTagName("*");
    List<Element> elements =
        PAGE.getAllElements().stream().filter(element -> !(element instanceof Document)).toList();
    for (int i = 0; i < nodes.getLength(); i++) {
      ELEMENTS.put(nodes.item(i), elements.get(i));
    }
    return dom;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//p",
        "/html/body/div",
        "//div//p",
        "//div/p",
        "//p[1]",
        "//div/p[2]",
        "//p[last()]",
        "//article/p[last()-1]",
        "//li[position()>1]",
        "//li[position()<3]",
        "//li[@class='on']",
        "//li[@class][2]",
        "//li[contains(@class,'on')][1]",
        "//li[contains(@class,'on')][last()]",
        "//li[contains(@class,'on')][position()>1]",
        "//article/*[3]",
        "//div[contains(@class,'main')]",
        "//div[contains(@class,'Content')]",
        "//div[contains(@class,'content')]",
        "//*[contains(concat(' ',normalize-space(@class),' '),' ad ')]",
        "//*[contains(concat(' ',@class,' '),' ad')]",
        "//*[contains(concat(' ',@class,' '),'ad ')]",
        "//a[starts-with(@href,'/tag/')]",
        "//a/@href",
        "//article//@href",
        "//*[@class='' or @rel='author']",
        "//p[not(@class)]",
        "//p[@class!='ad']",
        "//p[not(@class='ad')]",
        "//p[b]",
        "//*[.//time]",
        "//p[a/@rel='author']",
        "//p[contains(a/@href,'who')]",
        "//h2/following-sibling::p",
        "//h2/following-sibling::*[1]",
        "//h2/preceding-sibling::p",
        "//hr/preceding-sibling::p[1]",
        "//h2/preceding-sibling::*[1]",
        "//hr/preceding-sibling::*[1][self::p]",
        "//p[preceding-sibling::hr]",
        "//p[following-sibling::hr]",
        "//p[following-sibling::*[1][self::hr]]",
        "//h2[following-sibling::p[1][@class='ad']]",
        "//p[preceding-sibling::*[1][self::h2]]",
        "//b/..",
        "//article//b/parent::p",
        "//div//p/parent::div",
        "//p/parent::div",
        "//a/ancestor::section",
        "//a/ancestor::section[1]",
        "//a[contains(@href,'/tag')]/ancestor::div",
        "//a[contains(@href,'/tag')]/ancestor::div[1]",
        "//article//a/ancestor::div[1]",
        "//div[@id='main']//p/ancestor::div[1]",
        "//div/p/ancestor::*[@class]",
        "//p/ancestor::*[1]",
        "//p/ancestor-or-self::p",
        "//p[ancestor::article]",
        "//p[parent::article]",
        "//p[not(parent::article) and not(ancestor::nav)]",
        "//p[../h2]",
        "//time/following::p",
        "//h1/following::*",
        "//time/preceding::p",
        "//hr/preceding::*",
        "(//p)[1]",
        "(//article//p)[1]",
        "(//article/h1)[1]",
        "(//p)[last()]",
        "(//hr)[last()]",
        "(//article)[1]//p",
        "//div/descendant::p",
        "//div/descendant-or-self::div",
        "//*[self::h1 or self::h2]",
        "//p/self::p[@class]",
        "//h1 | //h2 | //hr",
        "//p[contains(.,'Ad (paid)')]",
        "//p[contains(.,'two')]",
        "//p[contains(text(),'two')]",
        "//p[contains(.,\"it's\")]",
        "//p[contains(.,'\"quoted\"')]",
        "//script[contains(.,'var x')]",
        "//p[count(b)>0]",
        "//p[count(b)=0]",
        "//p[text()]",
        "//meta[@property='og:title']/@content",
        "//article[@itemscope]/p",
        "//ul[li[@class='on']][2]",
        "//ul/li[2][@class='on']",
        "//*",
        "//*[not(@class)]",
        "//*[contains(.,'seven')]",
        "//article[h2]/p[a or b]",
        "//p[normalize-space(@class)='ad']",
      })
  void it_selects_what_the_xpath_selects(String xpath) throws XPathExpressionException {
    assertThat(byCss(xpath)).isEqualTo(byXPath(xpath));
  }

  private static List<String> byCss(String xpath) {
    TreeSet<String> found = new TreeSet<>();
    assertThat(XPathToCss.elements(xpath)).isInstanceOf(Selected.class);
    for (Branch branch : ((Selected) XPathToCss.elements(xpath)).branches()) {
      assertThat(JsoupSelectors.INSTANCE.problemWith(branch.css())).isEmpty();
      PAGE.select(branch.css()).forEach(element -> found.add(name(element, branch.attribute())));
    }
    return new ArrayList<>(found);
  }

  private static List<String> byXPath(String xpath) throws XPathExpressionException {
    TreeSet<String> found = new TreeSet<>();
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(xpath, DOM, XPathConstants.NODESET);
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      found.add(
          node instanceof Attr attribute
              ? name(ELEMENTS.get(attribute.getOwnerElement()), attribute.getName())
              : name(ELEMENTS.get(node), null));
    }
    return new ArrayList<>(found);
  }

  private static String name(Element element, @Nullable String attribute) {
    return element.cssSelector() + (attribute == null ? "" : "@" + attribute);
  }
}
