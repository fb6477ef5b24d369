package org.cscc.reviews;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Puts a packet on letter paper: tagged for screen readers (PDF/UA), typeface embedded, readable in
 * grey. It is written from the same stored tree, by the same fragments, as the page.
 */
@Component
class PacketPaper {
  private static final String FONTS = "META-INF/resources/webjars/npm-font-open-sans/1.1.0/fonts/";
  private static final String TYPEFACE = "Open Sans";

  private final ITemplateEngine templates;

  PacketPaper(ITemplateEngine templates) {
    this.templates = templates;
  }

  byte[] print(PacketView packet, Locale locale) {
    return print(
        templates.process("reviews/paper", new Context(locale, Map.of("packet", packet))),
        packet.map().standalone().getBytes(StandardCharsets.UTF_8));
  }

  /** Puts another template of this room on the same paper; it has no picture. */
  byte[] print(String template, Map<String, Object> model, Locale locale) {
    return print(templates.process(template, new Context(locale, model)), new byte[0]);
  }

  private static byte[] print(String html, byte[] picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .withHtmlContent(html, "paper:/")
            .useProtocolsStreamImplementation(address -> part(address, picture), "paper")
            .useSVGDrawer(new BatikSVGDrawer())
            .usePdfUaAccessibility(true)
            .withProducer("CSCC")
            .toStream(out);
    font(builder, "Regular/OpenSans-Regular.ttf", 400, FontStyle.NORMAL);
    font(builder, "Italic/OpenSans-Italic.ttf", 400, FontStyle.ITALIC);
    font(builder, "Bold/OpenSans-Bold.ttf", 700, FontStyle.NORMAL);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void font(PdfRendererBuilder builder, String file, int weight, FontStyle style) {
    FSSupplier<InputStream> bytes = () -> resource(FONTS + file);
    builder.useFont(bytes, TYPEFACE, weight, style, true);
  }

  /** The only two things a packet on paper may load; nothing ever comes from a network. */
  private static FSStream part(String address, byte[] picture) {
    return new Part(
        address.endsWith(".svg")
            ? new ByteArrayInputStream(picture)
            : resource("reviews/paper.css"));
  }

  private static InputStream resource(String path) {
    try {
      return new ClassPathResource(path).getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Part(InputStream stream) implements FSStream {
    @Override
    public InputStream getStream() {
      return stream;
    }

    @Override
    public Reader getReader() {
      return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
  }
}
