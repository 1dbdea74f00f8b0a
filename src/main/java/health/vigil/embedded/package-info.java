/// The real Kafka broker and the real PostgreSQL of one machine: started, adopted after a crash, stopped with the
/// service. Plain Java: it runs before Quarkus does. Why child processes: `docs/decisions/embedded.md`.
@NullMarked
package health.vigil.embedded;

import org.jspecify.annotations.NullMarked;
