import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests, sent to the mock of an API server and read back. Nothing is scheduled. */
@EnableKubernetesMockClient(crud = true)
class ManifestsTest {

  private static final Path MANIFESTS = Path.of(System.getProperty("manifests"));
  private static final String NAMESPACE = "stress";

  KubernetesClient client;

  private Job send(String manifest) {
    InputStream in = new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8));
    return client.batch().v1().jobs().inNamespace(NAMESPACE).load(in).create();
  }

  private static String manifest(String file) throws IOException {
    return Files.readString(MANIFESTS.resolve(file));
  }

  @Test
  void everyManifestIsTakenOnceAndReadBackAsItWasSent() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(MANIFESTS)) {
      files = all.sorted().toList();
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      String manifest = manifest(file.getFileName().toString());
      Job sent = send(manifest);
      Job read = client
          .batch()
          .v1()
          .jobs()
          .inNamespace(NAMESPACE)
          .withName(sent.getMetadata().getName())
          .get();
      assertEquals(sent.getSpec(), read.getSpec(), file.toString());
      assertTrue(read.getSpec().getAdditionalProperties().isEmpty(), file.toString());
      assertThrows(KubernetesClientException.class, () -> send(manifest), "sent twice");
    }
  }

  @Test
  void theShardsAreToldTheirNumberAndHaveWholeCpus() throws IOException {
    JobSpec spec = send(manifest("shards.yml")).getSpec();
    Container shard = spec.getTemplate().getSpec().getContainers().get(0);
    assertEquals("Indexed", spec.getCompletionMode());
    assertEquals(
        spec.getCompletions().toString(),
        shard.getEnv().stream()
            .filter(variable -> variable.getName().equals("STRESS_SHARD_COUNT"))
            .findFirst()
            .orElseThrow()
            .getValue());
    assertEquals(shard.getResources().getLimits(), shard.getResources().getRequests());
  }

  @Test
  void aVerdictIsNeverRetried() throws IOException {
    JobSpec shards = send(manifest("shards.yml")).getSpec();
    assertTrue(shards.getPodFailurePolicy().getRules().stream()
        .filter(rule -> rule.getAction().equals("FailIndex"))
        .anyMatch(rule -> rule.getOnExitCodes().getValues().containsAll(List.of(1, 2, 3))));
    assertEquals(0, send(manifest("merge.yml")).getSpec().getBackoffLimit());
  }

  @Test
  void aFieldOfAWrongTypeIsRefused() throws IOException {
    String wrong = manifest("shards.yml").replace("completions: 16", "completions: many");
    assertThrows(RuntimeException.class, () -> send(wrong));
  }
}
