package ratings.aws;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The texts in an XML answer of S3, by the name of their element, each name's in their order. */
record XmlLeaves(Map<String, List<String>> texts) {

  static XmlLeaves of(String xml) {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    var texts = new HashMap<String, List<String>>();
    var text = new StringBuilder();
    try {
      var reader = factory.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
          case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            texts
                .computeIfAbsent(reader.getLocalName(), name -> new ArrayList<>())
                .add(text.toString());
            text.setLength(0);
          }
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw SdkClientException.create("an answer that is no XML", e);
    }
    return new XmlLeaves(texts);
  }

  List<String> texts(String name) {
    return texts.getOrDefault(name, List.of());
  }

  String text(String name) {
    return texts(name).getFirst();
  }
}
