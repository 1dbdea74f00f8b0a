package health.vigil.monitor.loop;

import health.vigil.alert.AlertRules;
import health.vigil.alert.MonitoringPlan;
import health.vigil.embedded.EmbeddedStack;
import health.vigil.embedded.TestStack;
import health.vigil.grading.Policy;
import health.vigil.history.RegradeRequest;
import health.vigil.monitor.batch.FoldMemory;
import health.vigil.monitor.batch.Regrading;
import health.vigil.monitor.round.CheckRound;
import health.vigil.monitor.round.DeviceRound;
import health.vigil.monitor.round.DeviceSettings;
import health.vigil.monitor.round.EscalationRound;
import health.vigil.monitor.round.InfusionAdmissions;
import health.vigil.monitor.round.MergeReports;
import health.vigil.monitor.round.StayEffects;
import health.vigil.monitor.round.StayRound;
import health.vigil.monitor.round.StaySettings;
import health.vigil.monitor.round.TechnicalRound;
import health.vigil.monitor.round.TechnicalSettings;
import health.vigil.monitor.round.TimerRounds;
import health.vigil.monitor.round.WardRounds;
import health.vigil.observation.PatientId;
import health.vigil.store.ChartLoader;
import health.vigil.store.CountedStatements;
import health.vigil.store.Database;
import health.vigil.store.GradeQueries;
import health.vigil.store.HospitalSettings;
import health.vigil.store.Partitions.Claim;
import health.vigil.store.Partitions.Turn;
import health.vigil.store.SituationReads;
import health.vigil.store.Sql;
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
import java.time.Duration;
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

/// Builds monitors by hand over a separate broker and database, so that tests can freeze, kill and duplicate
/// them. The broker and the database start once.
final class MonitorBench {
    static final int PARTITIONS = 4;

    private static final AlertRules RULES = AlertRules.DEFAULT;

    /// How long after the due time a check raises an alert in these tests.
    static final Duration GRACE = Duration.ofSeconds(1);

    private static final MonitoringPlan PLAN = new MonitoringPlan(
            MonitoringPlan.DEFAULT.vitalSigns(),
            MonitoringPlan.DEFAULT.neuroChecks(),
            MonitoringPlan.DEFAULT.labs(),
            MonitoringPlan.DEFAULT.retry(),
            MonitoringPlan.DEFAULT.baselineWithin(),
            MonitoringPlan.DEFAULT.repeatReading(),
            GRACE);

    private static final SmallRyeConfig CONFIG = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(MonitorSettings.class)
            .withMapping(DeviceSettings.class)
            .withMapping(TechnicalSettings.class)
            .withMapping(StaySettings.class)
            .withMapping(HospitalSettings.class)
            .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
            .withConverter(java.time.ZoneId.class, 200, new io.quarkus.runtime.configuration.ZoneIdConverter())
            .withDefaultValue("vigil.monitor.session", "6s")
            .withDefaultValue("vigil.monitor.turn", "50ms")
            .build();

    private static Optional<MonitorBench> shared = Optional.empty();

    private final EmbeddedStack stack;
    private final Map<String, Object> broker;
    private final DataSource source;
    private final Database database;
    private final ChartLoader charts;
    private final GradeQueries grades;
    private final MonitoredWard ward;

    private MonitorBench(EmbeddedStack stack, String bootstrapServers, String jdbcUrl) {
        this.stack = stack;
        broker = Map.of("bootstrap.servers", bootstrapServers);
        source = source(stack, jdbcUrl);
        database = new Database(source);
        charts = new ChartLoader(CONFIG.getConfigMapping(HospitalSettings.class));
        grades = new GradeQueries(database, charts, Policy.DEFAULT);
        ward = new MonitoredWard(database, broker);
    }

    static synchronized MonitorBench shared() {
        var bench = shared.orElseGet(MonitorBench::start);
        shared = Optional.of(bench);
        return bench;
    }

    private static MonitorBench start() {
        var stack = TestStack.own();
        prepare(stack, stack.bootstrapServers(), stack.jdbcUrl());
        return new MonitorBench(stack, stack.bootstrapServers(), stack.jdbcUrl());
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
                            // A connection that the server has closed would fail every later test.
                            AgroalPropertiesReader.VALIDATE_ON_BORROW,
                            "true",
                            AgroalPropertiesReader.INITIAL_SQL,
                            "set idle_in_transaction_session_timeout = '10s'; set lock_timeout = '5s'")));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    EmbeddedStack stack() {
        return stack;
    }

    /// The same broker with another database that has the same role.
    MonitorBench over(String jdbcUrl) {
        return new MonitorBench(stack, stack.bootstrapServers(), jdbcUrl);
    }

    /// Another, empty broker with an empty database in the same server.
    MonitorBench beside(String bootstrapServers) throws SQLException {
        var name = "beside_" + Long.toString(System.nanoTime(), 36);
        try (var connection = DriverManager.getConnection(stack.jdbcUrl(), "postgres", stack.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + stack.username());
        }
        var jdbcUrl = stack.jdbcUrl().replaceFirst("/[^/]*$", "/" + name);
        prepare(stack, bootstrapServers, jdbcUrl);
        return new MonitorBench(stack, bootstrapServers, jdbcUrl);
    }

    Map<String, Object> broker() {
        return broker;
    }

    CountedStatements counted() {
        return new CountedStatements(source);
    }

    Database database() {
        return database;
    }

    GradeQueries charts() {
        return grades;
    }

    SituationReads situations() {
        return new SituationReads(database, charts, CONFIG.getConfigMapping(HospitalSettings.class));
    }

    MonitoredWard ward() {
        return ward;
    }

    /// Grading that remembers nothing.
    Regrading regrading() {
        return regrading(new FoldMemory());
    }

    private Regrading regrading(FoldMemory memory) {
        return new Regrading(charts, Policy.DEFAULT, memory);
    }

    /// Rules that fail on one patient, because no known observation makes them fail.
    Regrading failingOn(PatientId patient) {
        return new Regrading(charts, Policy.DEFAULT, new FoldMemory()) {
            @Override
            public RegradeResult of(
                    Sql sql, Claim claim, Turn turn, Collection<RegradeRequest> requests, int partitions) {
                var failing = requests.stream()
                        .collect(Collectors.partitioningBy(
                                request -> request.episode().patient().equals(patient)));
                var others = super.of(sql, claim, turn, failing.getOrDefault(false, List.of()), partitions);
                return new RegradeResult(others.regraded(), failing.getOrDefault(true, List.of()), others.entries());
            }
        };
    }

    ReaderContext monitoring() {
        return monitoring(Policy.DEFAULT);
    }

    /// The context of a monitor that was started with a policy.
    ReaderContext monitoring(Policy policy) {
        var settings = CONFIG.getConfigMapping(MonitorSettings.class);
        var topic = new KafkaTopic(broker);
        var metrics = new MonitorMetrics(new SimpleMeterRegistry(), new Traces(OpenTelemetry.noop()));
        var memory = new FoldMemory();
        return new ReaderContext(
                settings,
                topic,
                ledger(policy, topic, memory),
                timers(memory),
                metrics,
                new InvariantCheck(database, metrics));
    }

    Ledger ledger() {
        return ledger(Policy.DEFAULT, new KafkaTopic(broker), new FoldMemory());
    }

    /// A ledger whose statements are counted.
    Ledger ledger(CountedStatements counted) {
        var memory = new FoldMemory();
        var database = new Database(counted.source());
        return new StoredLedger(
                database,
                regrading(memory),
                memory,
                RULES,
                new PolicyActivation(database, new KafkaTopic(broker), Policy.DEFAULT));
    }

    private Ledger ledger(Policy policy, Topic topic, FoldMemory memory) {
        return new StoredLedger(
                database, regrading(memory), memory, RULES, new PolicyActivation(database, topic, policy));
    }

    Rounds timers() {
        return timers(new FoldMemory());
    }

    private Rounds timers(FoldMemory memory) {
        return new TimerRounds(database, regrading(memory), memory, RULES, new EscalationRound(database, RULES));
    }

    WardRounds rounds() {
        var hospital = CONFIG.getConfigMapping(HospitalSettings.class);
        return new WardRounds(
                new CheckRound(database, PLAN, RULES, hospital, grades),
                new DeviceRound(database, CONFIG.getConfigMapping(DeviceSettings.class), RULES),
                new TechnicalRound(database, CONFIG.getConfigMapping(TechnicalSettings.class), RULES),
                stays());
    }

    /// The round of reported stays, as it is configured by default.
    StayRound stays() {
        return stays(CONFIG.getConfigMapping(StaySettings.class));
    }

    StayRound stays(StaySettings settings) {
        return new StayRound(
                database, new StayEffects(settings, RULES), new MergeReports(RULES), new InfusionAdmissions(RULES));
    }

    Reader reader(ReaderContext context) {
        return new Reader(new StreamConsumer(broker, context.settings()).open(), context);
    }

    /// Starts a monitor, which runs until it is closed.
    RunningMonitor run() {
        return run(Policy.DEFAULT);
    }

    RunningMonitor run(Policy policy) {
        return new RunningMonitor(this, policy);
    }
}
