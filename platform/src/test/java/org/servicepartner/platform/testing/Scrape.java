package org.servicepartner.platform.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an application told Prometheus at one moment. */
public final class Scrape {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One value of a metric. */
    public record Series(String metric, Map<String, String> labels, double value) {}

    private final List<Series> series;

    private Scrape(List<Series> series) {
        this.series = series;
    }

    /** @param application {@code http://127.0.0.1:<port>} */
    public static Scrape of(URI application) {
        HttpRequest request = HttpRequest.newBuilder(application.resolve("/actuator/prometheus"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(request.uri() + " answers " + response.statusCode());
            }
            return new Scrape(response.body()
                    .lines()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(Scrape::series)
                    .toList());
        } catch (IOException e) {
            throw new AssertionError("Nothing to scrape at " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Series series(Matcher line) {
        Map<String, String> labels = new TreeMap<>();
        if (line.group(2) != null) {
            LABEL.matcher(line.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Series(line.group(1), labels, value(line.group(3)));
    }

    private static double value(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    public List<Series> series() {
        return series;
    }

    /** The sum of a metric over all series with these labels, and whatever others; 0 if there is none. */
    public double sum(String metric, Map<String, String> labels) {
        return series.stream()
                .filter(each ->
                        each.metric.equals(metric) && each.labels.entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Series::value)
                .sum();
    }
}
