package org.servicepartner.local;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The mail catcher's page as HTML. */
final class MailPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private MailPage() {}

    static String list(List<Mail> newestFirst) {
        String rows = newestFirst.stream()
                .map(mail -> "<tr><td>%s</td><td>%s</td><td><a href=\"/mails/%d\">%s</a></td></tr>"
                        .formatted(
                                TIME.format(mail.receivedAt()),
                                escaped(String.join(", ", mail.to())),
                                mail.id(),
                                escaped(mail.subject().isBlank() ? "(no subject)" : mail.subject())))
                .collect(Collectors.joining("\n"));
        String body = newestFirst.isEmpty()
                ? "<p>No mail yet. This page looks again every 5 seconds.</p>"
                : "<table><thead><tr><th>Received</th><th>To</th><th>Subject</th></tr></thead><tbody>%s</tbody></table>"
                        .formatted(rows);
        return page("Mails", "<meta http-equiv=\"refresh\" content=\"5\">", body);
    }

    static String one(Mail mail) {
        String content = mail.html().isEmpty()
                ? "<pre>" + escaped(mail.text()) + "</pre>"
                : "<iframe sandbox=\"allow-popups\" title=\"Mail\" src=\"/mails/%d.html\"></iframe>"
                        .formatted(mail.id());
        return page(mail.subject(), "", """
                <p><a href="/">All mails</a></p>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd></dl>
                %s
                """.formatted(
                escaped(mail.from()), escaped(String.join(", ", mail.to())), TIME.format(mail.receivedAt()), content));
    }

    private static String page(String title, String head, String body) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>%2$s
                <style>
                body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
                table{border-collapse:collapse;width:100%%}th,td{text-align:left;padding:.4rem .8rem;border-bottom:1px solid #d0d7de}
                dt{float:left;width:6rem;font-weight:600}pre{white-space:pre-wrap}iframe{width:100%%;height:70vh;border:1px solid #d0d7de}
                </style></head><body><h1>%1$s</h1>
                %3$s
                </body></html>
                """.formatted(escaped(title), head, body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
