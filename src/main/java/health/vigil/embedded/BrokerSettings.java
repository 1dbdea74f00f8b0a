package health.vigil.embedded;

import java.nio.file.Path;

/// Writes the two configuration files of the broker.
final class BrokerSettings {
    /// At most five files of 10 MB.
    static final String LOGGING = """
            rootLogger.level=INFO
            rootLogger.appenderRef.file.ref=file
            appender.file.type=RollingFile
            appender.file.name=file
            appender.file.fileName=${sys:vigil.log}
            appender.file.filePattern=${sys:vigil.log}.%i
            appender.file.layout.type=PatternLayout
            appender.file.layout.pattern=%d{ISO8601} %-5p [%t] %c{1}: %m%n
            appender.file.policies.type=SizeBasedTriggeringPolicy
            appender.file.policies.size=10MB
            appender.file.strategy.type=DefaultRolloverStrategy
            appender.file.strategy.max=4
            """;

    private BrokerSettings() {}

    /// @param ports the ports of the broker and its controller
    static String of(Path logFolder, Ports ports, boolean fsync) {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=BROKER://127.0.0.1:%1$d
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@127.0.0.1:%2$d
                log.dirs=%3$s
                # Acknowledged means on the disk: there is no second broker that would know it.
                log.flush.interval.messages=%4$d
                # 128 MB by default, of a heap of 256.
                log.cleaner.dedupe.buffer.size=2097152
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                # After a crash it waits until the life before has timed out.
                broker.session.timeout.ms=5000
                broker.heartbeat.interval.ms=1000
                auto.create.topics.enable=false
                """.formatted(ports.get(0), ports.get(1), logFolder, fsync ? 1 : Long.MAX_VALUE);
    }
}
