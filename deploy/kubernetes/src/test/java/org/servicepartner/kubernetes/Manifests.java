package org.servicepartner.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** What kustomize makes of a folder. */
record Manifests(List<Manifest> all) {

    static final YAMLMapper YAML = new YAMLMapper();
    static final JsonMapper JSON = new JsonMapper();

    static Manifests of(Path folder) {
        try (MappingIterator<ObjectNode> documents =
                YAML.readerFor(ObjectNode.class).readValues(Kustomize.build(folder))) {
            return new Manifests(documents.readAll().stream().map(Manifest::new).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Manifest> ofKind(String kind) {
        return all.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    Manifest get(String id) {
        return all.stream()
                .filter(manifest -> manifest.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no " + id));
    }

    /** The Deployments of our own images. */
    Stream<Manifest> applications() {
        return ofKind("Deployment")
                .filter(deployment -> deployment
                        .at("/spec/template/spec/containers/0/image")
                        .asText()
                        .startsWith("service-partner/"));
    }

    /** The same with one place of one document changed, for a test that shows that it matters. */
    Manifests with(Change change) {
        Manifest before = get(change.id());
        Manifest after = change.applied(before);
        return new Manifests(all.stream()
                .map(manifest -> manifest == before ? after : manifest)
                .toList());
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
