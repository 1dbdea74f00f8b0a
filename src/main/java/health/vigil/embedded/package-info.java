/// Runs a real Kafka broker and a real PostgreSQL on one machine: starts them, adopts them after a crash, and
/// stops them with the service. Plain Java, because it runs before Quarkus. Why child processes:
/// `docs/decisions/embedded.md`.
@NullMarked
package health.vigil.embedded;

import org.jspecify.annotations.NullMarked;
