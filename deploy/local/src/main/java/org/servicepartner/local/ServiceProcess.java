package org.servicepartner.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

/** The local half of the command {@code deploy/operations/service}: a process of a service with the settings that the stack gives it. */
final class ServiceProcess {
    private static final String DATABASE_URL = "DATABASE_URL";

    private ServiceProcess() {}

    /** Project, port offset, service, then what the service is given. {@code DATABASE_URL} names another database than the stack's. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LocalStackOptions options = LocalStackOptions.forTests(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        String name = arguments[2];
        List<App> services =
                Stream.of(App.values()).filter(each -> each != App.GATEWAY).toList();
        App app = services.stream()
                .filter(each -> each.module().equals(name))
                .findFirst()
                .orElse(null);
        Path secrets = options.directory().resolve("secrets.properties");
        if (app == null || !Files.exists(secrets)) {
            System.err.println(
                    app == null
                            ? "There is no service %s, only: %s."
                                    .formatted(
                                            name,
                                            services.stream().map(App::module).collect(joining(", ")))
                            : "There is no " + secrets + ". Start the platform with deploy/local/up.");
            System.exit(1);
        }
        List<String> command = new ArrayList<>(AppCommand.of(AppCopy.of(app, options)));
        command.addAll(Arrays.asList(arguments).subList(3, arguments.length));
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().putAll(AppEnvironment.of(app, 1, options, new LocalSecrets(secrets)));
        if (System.getenv(DATABASE_URL) != null) {
            process.environment().put(DATABASE_URL, System.getenv(DATABASE_URL));
        }
        Process started = process.start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
        System.exit(started.waitFor());
    }
}
