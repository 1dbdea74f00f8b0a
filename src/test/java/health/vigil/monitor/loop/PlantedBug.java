package health.vigil.monitor.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Plausible bugs in the loop or in a transaction, each as a change of the source.
enum PlantedBug {
    NO_CONTIGUITY_CHECK(
            Source.MAIN,
            "loop/Reader",
            "            return List.of();\n        }\n        int count = 1;",
            "            return records;\n        }\n        int count = 1;"),
    A_GAP_IS_TAKEN_AT_ONCE(Source.MAIN, "loop/Reader", " && !claimed.cameBefore(first))", " && false)"),
    ANY_GAP_IS_TAKEN_ONCE_ASKED_AGAIN(Source.MAIN, "loop/Holding", "before -> before == offset", "before -> true"),
    ALERTS_ARE_NOT_ESCALATED(Source.MAIN, "loop/Reader", "context.rounds().escalate();", ""),
    LOST_AND_GIVEN_AGAIN_UNNOTICED(
            Source.MAIN, "loop/Holdings", "holdings.keySet().removeAll(assignment.fresh());", "assignment.fresh();"),
    WHAT_WAS_LOST_IS_KEPT(
            Source.MAIN,
            "loop/Assignment",
            "public void onPartitionsLost(Collection<TopicPartition> partitions) {\n"
                    + "        assigned.removeAll(partitions);",
            "public void onPartitionsLost(Collection<TopicPartition> partitions) {"),
    ONE_POISONS_ALL(Source.MAIN, "loop/Batches", "if (records.size() > 1) {", "if (false) {"),
    A_DATABASE_AWAY_IS_POISON(Source.MAIN, "batch/Poison", "refused -> refused.refusedData()", "refused -> true"),
    MISSING_RECORDS_ARE_SKIPPED(
            Source.MAIN,
            "loop/Reader",
            ".forEach(partition -> holdings.stop(partition, \"the log does not hold the next record\"));",
            ".forEach(partition -> consumer.seek(partition, consumer.beginningOffsets(java.util.Set.of(partition))"
                    + ".get(partition)));"),
    AN_END_WRITTEN_ANEW_IS_READ_ON(
            Source.MAIN, "loop/Holdings", "claim.next().leaderEpoch(), \"\"", "Optional.empty(), \"\""),
    A_FAILURE_IS_TAKEN_FOR_DONE(Source.MAIN, "loop/Reader", "var next = context.batches().apply(batch);", """
        var next = batch.claim().at(batch.next());
        try {
            context.batches().apply(batch);
        } catch (DatabaseFailure swallowed) {
            unreachable = false;
        }
        """),
    COMPARE_AND_SET_LAST(Source.MODEL, "loop/ModelLedger", """
                    advance(transaction, batch);
                    for (var record : batch.records()) {
                        step(transaction);
                        apply(transaction, batch, record);
                    }
        """, """
                        for (var record : batch.records()) {
                            step(transaction);
                            apply(transaction, batch, record);
                        }
                        advance(transaction, batch);
            """),
    NO_COMPARE_AND_SET(Source.MODEL, "loop/ModelLedger", """
                var row = held(transaction, batch.claim());
                if (!row.next.equals(batch.claim().next())) {
                    throw new ClaimLost();
                }
        """, """
                    var row = row(batch.claim());
                    lock(transaction, row);
            """),
    DEDUPE_SKIPPED(Source.MODEL, "loop/ModelLedger", "if (known.isPresent()) {", "if (known.isPresent() && false) {"),
    TIMER_NOT_ARMED_AGAIN(Source.MODEL, "loop/ModelLedger", "if (timer.steps() > 1) {", "if (timer.steps() > 99) {"),
    ALERT_OUTSIDE_THE_TRANSACTION(
            Source.MODEL, "loop/ModelLedger", "transaction.writes.add(() -> alerts.add(id));", "alerts.add(id);"),
    OFFSET_OUTSIDE_THE_TRANSACTION(
            Source.MODEL,
            "loop/ModelLedger",
            "transaction.writes.add(() -> row.next = batch.next());",
            "row.next = batch.next();");

    /// Where the bug is: in the loop itself, or in the model of a transaction.
    private enum Source {
        MAIN("src/main/java"),
        MODEL("src/test/java");

        private final String folder;

        Source(String folder) {
            this.folder = folder;
        }

        Path of(String type) {
            return Path.of(folder, "health/vigil/monitor", type + ".java");
        }
    }

    private final Source source;
    private final String type;
    private final String right;
    private final String mistaken;

    PlantedBug(Source source, String type, String right, String mistaken) {
        this.source = source;
        this.type = type;
        this.right = right;
        this.mistaken = mistaken;
    }

    /// The simulation with this bug.
    PlantedSimulation plant() throws IOException {
        var text = Files.readString(source.of(type));
        if (!text.contains(right)) {
            throw new IllegalStateException(source.of(type) + " does not hold what is to be changed: " + right);
        }
        return PlantedSimulation.with(type, text.replace(right, mistaken));
    }
}
