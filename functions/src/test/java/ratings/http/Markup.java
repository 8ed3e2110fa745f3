package ratings.http;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page or a mail as a strict parser sees it. */
public record Markup(Document document) {
  private static final DocumentBuilderFactory STRICT = DocumentBuilderFactory.newInstance();

  public static Markup of(Response page) {
    return of(page.body());
  }

  public static Markup of(String html) {
    try {
      var builder = STRICT.newDocumentBuilder();
      return new Markup(builder.parse(new InputSource(new StringReader(html))));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("not well-formed: " + html, e);
    }
  }

  public List<Element> all(String name) {
    return elements(document.getElementsByTagName(name));
  }

  public Element only(String name) {
    var found = all(name);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " times " + name);
    }
    return found.getFirst();
  }

  /** Inputs of a name. */
  public List<Element> inputs(String name) {
    return all("input").stream().filter(it -> it.getAttribute("name").equals(name)).toList();
  }

  /** Values of the inputs of a name that are chosen. */
  public List<String> chosen(String name) {
    return inputs(name).stream()
        .filter(it -> it.hasAttribute("checked"))
        .map(it -> it.getAttribute("value"))
        .toList();
  }

  /** What it is made of: names of elements and of their attributes, and nothing that they say. */
  public List<String> shape() {
    var shape = new ArrayList<String>();
    for (var element : all("*")) {
      var attributes = element.getAttributes();
      shape.add(
          element.getTagName()
              + IntStream.range(0, attributes.getLength())
                  .mapToObj(i -> attributes.item(i).getNodeName())
                  .toList());
    }
    return shape;
  }

  public String text() {
    return only("main").getTextContent();
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
