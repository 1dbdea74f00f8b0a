package health.vigil.monitor.loop;

import health.vigil.alert.AlertRules;
import health.vigil.alert.MonitoringPlan;
import health.vigil.embedded.EmbeddedStack;
import health.vigil.embedded.TestStack;
import health.vigil.grading.Policy;
import health.vigil.history.Touch;
import health.vigil.monitor.batch.Regrading;
import health.vigil.monitor.round.AnswerRound;
import health.vigil.monitor.round.CheckRound;
import health.vigil.monitor.round.DeviceConfig;
import health.vigil.monitor.round.DeviceRound;
import health.vigil.monitor.round.TechnicalConfig;
import health.vigil.monitor.round.TechnicalRound;
import health.vigil.monitor.round.TimerRounds;
import health.vigil.monitor.round.WardRounds;
import health.vigil.observation.PatientId;
import health.vigil.store.Charts;
import health.vigil.store.Database;
import health.vigil.store.Hospital;
import health.vigil.store.Sql;
import health.vigil.store.Starts;
import health.vigil.stream.Topics;
import health.vigil.trace.Traces;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.flywaydb.core.Flyway;

/// Monitors put together by hand over a broker and a database of their own, so that tests can freeze, kill and double
/// them. The broker and the database are started once.
final class Bench {
    static final int PARTITIONS = 4;

    private static final AlertRules RULES = AlertRules.DEFAULT;

    private static final SmallRyeConfig CONFIG = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(MonitorConfig.class)
            .withMapping(DeviceConfig.class)
            .withMapping(TechnicalConfig.class)
            .withMapping(Hospital.class)
            .withConverter(java.time.Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
            .withConverter(java.time.ZoneId.class, 200, new io.quarkus.runtime.configuration.ZoneIdConverter())
            .withDefaultValue("vigil.monitor.session", "6s")
            .withDefaultValue("vigil.monitor.turn", "50ms")
            .build();

    private static Optional<Bench> shared = Optional.empty();

    private final EmbeddedStack stack;
    private final Map<String, Object> broker;
    private final Database database;
    private final Starts starts;
    private final Charts charts;
    private final Ward ward;

    private Bench(EmbeddedStack stack, String bootstrapServers, String jdbcUrl) {
        this.stack = stack;
        broker = Map.of("bootstrap.servers", bootstrapServers);
        database = new Database(source(stack, jdbcUrl));
        starts = new Starts(CONFIG.getConfigMapping(Hospital.class));
        charts = new Charts(database, starts, Policy.DEFAULT);
        ward = new Ward(database, broker);
    }

    static synchronized Bench shared() {
        var bench = shared.orElseGet(Bench::start);
        shared = Optional.of(bench);
        return bench;
    }

    private static Bench start() {
        var stack = TestStack.own();
        prepare(stack, stack.bootstrapServers(), stack.jdbcUrl());
        return new Bench(stack, stack.bootstrapServers(), stack.jdbcUrl());
    }

    private static void prepare(EmbeddedStack stack, String bootstrapServers, String jdbcUrl) {
        Flyway.configure()
                .dataSource(jdbcUrl, stack.username(), stack.password())
                .load()
                .migrate();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.OBSERVATIONS, PARTITIONS, (short) 1)
                                    .configs(Map.of("message.timestamp.type", "LogAppendTime")),
                            new NewTopic(Topics.GRADES, 1, (short) 1),
                            new NewTopic(Topics.ALERTS, 1, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static DataSource source(EmbeddedStack stack, String jdbcUrl) {
        try {
            return AgroalDataSource.from(new AgroalPropertiesReader()
                    .readProperties(Map.of(
                            AgroalPropertiesReader.MAX_SIZE,
                            "20",
                            AgroalPropertiesReader.JDBC_URL,
                            jdbcUrl,
                            AgroalPropertiesReader.PRINCIPAL,
                            stack.username(),
                            AgroalPropertiesReader.CREDENTIAL,
                            stack.password(),
                            AgroalPropertiesReader.INITIAL_SQL,
                            "set idle_in_transaction_session_timeout = '3s'; set lock_timeout = '5s'")));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    EmbeddedStack stack() {
        return stack;
    }

    /// The same broker with another database, which knows the same role.
    Bench over(String jdbcUrl) {
        return new Bench(stack, stack.bootstrapServers(), jdbcUrl);
    }

    /// Another broker, which is empty, with an empty database in the same server.
    Bench beside(String bootstrapServers) throws SQLException {
        var name = "beside_" + Long.toString(System.nanoTime(), 36);
        try (var connection = DriverManager.getConnection(stack.jdbcUrl(), "postgres", stack.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + stack.username());
        }
        var jdbcUrl = stack.jdbcUrl().replaceFirst("/[^/]*$", "/" + name);
        prepare(stack, bootstrapServers, jdbcUrl);
        return new Bench(stack, bootstrapServers, jdbcUrl);
    }

    Map<String, Object> broker() {
        return broker;
    }

    Database database() {
        return database;
    }

    Charts charts() {
        return charts;
    }

    Ward ward() {
        return ward;
    }

    Regrading regrading() {
        return new Regrading(starts, Policy.DEFAULT);
    }

    /// Rules that fail on one patient: no observation is known that makes them.
    Regrading failingOn(PatientId patient) {
        return new Regrading(starts, Policy.DEFAULT) {
            @Override
            public Outcome of(Sql sql, Collection<Touch> touches, Instant now, int partitions) {
                var failing = touches.stream()
                        .collect(Collectors.partitioningBy(
                                touch -> touch.episode().patient().equals(patient)));
                var others = super.of(sql, failing.getOrDefault(false, List.of()), now, partitions);
                return new Outcome(others.regraded(), failing.getOrDefault(true, List.of()));
            }
        };
    }

    Monitoring monitoring() {
        return monitoring(Policy.DEFAULT);
    }

    /// Of a monitor that was started with some numbers.
    Monitoring monitoring(Policy policy) {
        var config = CONFIG.getConfigMapping(MonitorConfig.class);
        var topic = new TopicFacts(broker);
        var metrics = new MonitorMetrics(new SimpleMeterRegistry(), new Traces(OpenTelemetry.noop()));
        return new Monitoring(config, topic, ledger(policy, topic), timers(), metrics, new LawWatch(database, metrics));
    }

    Ledger ledger() {
        return ledger(Policy.DEFAULT, new TopicFacts(broker));
    }

    private Ledger ledger(Policy policy, Topic topic) {
        return new StoredLedger(database, regrading(), RULES, new PolicyTurn(database, topic, policy));
    }

    Rounds timers() {
        return new TimerRounds(database, regrading(), RULES, new AnswerRound(database, RULES));
    }

    WardRounds rounds() {
        var hospital = CONFIG.getConfigMapping(Hospital.class);
        return new WardRounds(
                new CheckRound(database, MonitoringPlan.DEFAULT, RULES, hospital),
                new DeviceRound(database, CONFIG.getConfigMapping(DeviceConfig.class), RULES),
                new TechnicalRound(database, CONFIG.getConfigMapping(TechnicalConfig.class), RULES));
    }

    Reader reader(Monitoring monitoring) {
        return new Reader(new StreamConsumer(broker, monitoring.config()).open(), monitoring);
    }

    /// A monitor at work, until it is closed.
    RunningMonitor run() {
        return run(Policy.DEFAULT);
    }

    RunningMonitor run(Policy policy) {
        return new RunningMonitor(this, policy);
    }
}
