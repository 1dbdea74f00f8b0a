package health.vigil.embedded;

import java.util.List;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedStackTest {
    private static final TestFolder FOLDER = TestFolder.create();

    @Test
    void whatWasWrittenOutlivesARestart() throws Exception {
        try (var first = EmbeddedStack.start(FOLDER.options())) {
            new Notebook(first).write("before the restart");
        }

        try (var second = EmbeddedStack.start(FOLDER.options())) {
            assertThat(new Notebook(second).topic()).contains("before the restart");
            assertThat(new Notebook(second).table()).contains("before the restart");
        }
    }

    @Test
    void theServersOfAKilledServiceAreAdopted() throws Exception {
        var owner = Owner.start(FOLDER);
        owner.kill();

        try (var heir = EmbeddedStack.start(FOLDER.options())) {
            assertThat(pids(heir)).isEqualTo(owner.serverPids());
            assertThat(new Notebook(heir).topic()).contains(Owner.WRITTEN);
            assertThat(new Notebook(heir).table()).contains(Owner.WRITTEN);
        }
        assertThat(owner.serverPids()).noneMatch(EmbeddedStackTest::runs);
    }

    @Test
    void aServerThatEndsByItselfIsStartedAgain() throws Exception {
        try (var stack = EmbeddedStack.start(FOLDER.options())) {
            var before = pids(stack);

            stack.processes().forEach(ProcessHandle::destroyForcibly);

            await().untilAsserted(() -> assertThat(pids(stack)).doesNotContainAnyElementsOf(before));
            await().ignoreExceptions().untilAsserted(() -> new Notebook(stack).write("after both were killed"));
            assertThat(new Notebook(stack).topic()).contains("after both were killed");
        }
    }

    /// A zombie has no command line.
    private static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .isPresent();
    }

    private static List<Long> pids(EmbeddedStack stack) {
        return stack.processes().stream().map(ProcessHandle::pid).toList();
    }
}
