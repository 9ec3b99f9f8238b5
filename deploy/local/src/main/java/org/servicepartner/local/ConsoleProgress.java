package org.servicepartner.local;

import java.io.Console;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One line per component with its seconds: redrawn in place on a terminal, a line per change elsewhere. */
final class ConsoleProgress implements Progress {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private record Line(String state, long since, boolean running) {}

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private int drawn;

    ConsoleProgress(PrintStream out) {
        this(out, isTerminal());
    }

    ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Keeps the seconds of the components that are still starting up to date, until the thread is interrupted. */
    void refresh() {
        if (terminal) {
            draw();
        }
    }

    @Override
    public synchronized void starting(String component) {
        lines.put(component, new Line("starting", now(), true));
        show(component, "starting");
    }

    @Override
    public void ready(String component) {
        end(component, "ready after");
    }

    @Override
    public void failed(String component) {
        end(component, "failed after");
    }

    @Override
    public synchronized void stopping(String component) {
        out.println("  " + name(component) + " stopping");
    }

    @Override
    public synchronized void crashed(String component, String sentence) {
        out.println();
        out.println(sentence);
    }

    private synchronized void end(String component, String state) {
        Line line = lines.get(component);
        long took = now() - (line == null ? now() : line.since());
        lines.put(component, new Line(state + " " + seconds(took), now(), false));
        show(component, state + " " + seconds(took));
    }

    private void show(String component, String state) {
        if (terminal) {
            draw();
        } else {
            out.println("  " + name(component) + " " + state);
            out.flush();
        }
    }

    private synchronized void draw() {
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append("\u001b[").append(drawn).append('A');
        }
        lines.forEach((component, line) -> text.append("\u001b[2K  ")
                .append(name(component))
                .append(' ')
                .append(line.running() ? line.state() + " " + seconds(now() - line.since()) : line.state())
                .append('\n'));
        drawn = lines.size();
        out.print(text);
        out.flush();
    }

    private static String name(String component) {
        return String.format(Locale.ROOT, "%-25s", component);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    private static long now() {
        return System.nanoTime() / NANOS_PER_MILLI;
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
