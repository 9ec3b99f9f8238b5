package org.servicepartner.job.work;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.view.VisibleJob;

/** The ETag of a job: its version, and a hash of everything that is shown of it. */
public final class VersionTag {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:-[0-9a-f]+)?\"");

    private VersionTag() {}

    public static String of(VisibleJob job, JsonMapper json) {
        return "\"" + job.version() + "-" + DigestUtils.md5DigestAsHex(json.writeValueAsBytes(job)) + "\"";
    }

    /** The version in an ETag, or in {@code "<version>"}; empty if it is neither. */
    public static OptionalLong version(String tag) {
        Matcher matcher = TAG.matcher(tag.strip());
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
