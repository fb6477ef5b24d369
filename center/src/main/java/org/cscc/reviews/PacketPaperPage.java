package org.cscc.reviews;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Team;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.ReviewWeek;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A packet on paper. */
@Controller
class PacketPaperPage {
  private final Packets packets;
  private final PacketPicture picture;
  private final PacketPaper paper;

  PacketPaperPage(Packets packets, PacketPicture picture, PacketPaper paper) {
    this.packets = packets;
    this.picture = picture;
    this.paper = paper;
  }

  @Requires(Capability.READ_PACKET)
  @Audited(value = Deed.PRINT, kind = "packet", record = "{week}/{team}")
  @GetMapping("/reviews/{week}/{team:[a-z][a-z0-9-]+}.pdf")
  ResponseEntity<byte[]> newest(
      Decision decision, @PathVariable LocalDate week, @PathVariable String team, Locale locale) {
    return print(decision, week, team, Optional.empty(), locale);
  }

  @Requires(Capability.READ_PACKET)
  @Audited(value = Deed.PRINT, kind = "packet", record = "{week}/{team}/r{number}")
  @GetMapping("/reviews/{week}/{team:[a-z][a-z0-9-]+}/revisions/{number:[0-9]+}.pdf")
  ResponseEntity<byte[]> revision(
      Decision decision,
      @PathVariable LocalDate week,
      @PathVariable String team,
      @PathVariable int number,
      Locale locale) {
    return print(decision, week, team, Optional.of(number), locale);
  }

  private ResponseEntity<byte[]> print(
      Decision decision,
      LocalDate firstDay,
      String code,
      Optional<Integer> revision,
      Locale locale) {
    ReviewWeek week = packets.week(firstDay);
    Team team = packets.team(decision, code);
    OpenPacket open =
        packets.open(decision, team, week, revision).orElseThrow(PacketPage::noPacket);
    PacketView view = PacketView.of(open, picture.of(open.content(), locale));
    String name = team.code() + "-" + firstDay + "-r" + open.row().revision() + ".pdf";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name).build().toString())
        .body(paper.print(view, locale));
  }
}
