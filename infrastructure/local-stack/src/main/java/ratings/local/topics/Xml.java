package ratings.local.topics;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A piece of an answer. */
sealed interface Xml {
  /** SNS's name space. */
  String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

  /** An element that holds text. */
  record Text(String name, String text) implements Xml {}

  /** An element that holds others. */
  record Parent(String name, List<Xml> children) implements Xml {
    public Parent {
      children = List.copyOf(children);
    }
  }

  static Xml of(String name, String text) {
    return new Text(name, text);
  }

  static Xml of(String name, Xml... children) {
    return new Parent(name, List.of(children));
  }

  /** Writes this as a document in SNS's name space. */
  default String document() {
    var text = new StringWriter();
    try {
      var writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      writer.setDefaultNamespace(NAMESPACE);
      write(writer, true);
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private void write(XMLStreamWriter writer, boolean outermost) throws XMLStreamException {
    String name =
        switch (this) {
          case Text text -> text.name();
          case Parent parent -> parent.name();
        };
    writer.writeStartElement(name);
    if (outermost) {
      writer.writeDefaultNamespace(NAMESPACE);
    }
    switch (this) {
      case Text text -> writer.writeCharacters(text.text());
      case Parent parent -> {
        for (var child : parent.children()) {
          child.write(writer, false);
        }
      }
    }
    writer.writeEndElement();
  }
}
