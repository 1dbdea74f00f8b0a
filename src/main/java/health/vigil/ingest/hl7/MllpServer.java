package health.vigil.ingest.hl7;

import health.vigil.ingest.exchange.ExchangeSettings;
import health.vigil.role.Job;
import health.vigil.role.Worker;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.NetServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Receives HL7 messages over MLLP, if there are senders: with TLS and client certificates, or without TLS from
/// known addresses if the settings say so.
@ApplicationScoped
class MllpServer implements Worker {
    private static final Logger LOG = Logger.getLogger(MllpServer.class);
    private static final String TLS = "mllp";

    private final Hl7Settings settings;
    private final ExchangeSettings exchange;
    private final Optional<TlsConfiguration> tls;
    private final Vertx vertx;
    private final Hl7Intake intake;
    private final Hl7Metrics metrics;
    private final RefusalNotes refusals;
    private Optional<MllpListener> listener = Optional.empty();
    private boolean started;

    MllpServer(
            Hl7Settings settings,
            ExchangeSettings exchange,
            TlsConfigurationRegistry tls,
            Vertx vertx,
            Hl7Intake intake,
            Hl7Metrics metrics,
            RefusalNotes refusals) {
        this.settings = settings;
        this.exchange = exchange;
        this.tls = tls.get(TLS);
        this.vertx = vertx;
        this.intake = intake;
        this.metrics = metrics;
        this.refusals = refusals;
    }

    @Override
    public Job job() {
        return Job.MLLP;
    }

    @Override
    public synchronized void start() {
        var senders = new ConfiguredSenders(settings, tls.isPresent(), exchange.codes()).read();
        if (!senders.isEmpty()) {
            var listening = new MllpListener(vertx, options(), senders, intake, MllpLimits.DEFAULT, metrics, refusals);
            listening.start();
            listener = Optional.of(listening);
            LOG.infof(
                    "HL7 messages of %d senders are received at port %d",
                    senders.all().size(), listening.port());
        }
        started = true;
    }

    private NetServerOptions options() {
        var options = new NetServerOptions().setHost(settings.host()).setPort(settings.port());
        tls.ifPresentOrElse(
                configured -> secure(options, configured),
                () -> LOG.warn(
                        "HL7 messages are received without TLS (vigil.hl7.plain): whoever is in the network can read"
                                + " and change them"));
        return options;
    }

    private static void secure(NetServerOptions options, TlsConfiguration tls) {
        var own = tls.getKeyStoreOptions();
        var trusted = tls.getTrustStoreOptions();
        if (own == null || trusted == null) {
            throw new ConfigurationException("Vigil does not start. quarkus.tls.mllp needs a key store with the"
                    + " certificate of the server, and a trust store with the authority of the senders' certificates.");
        }
        var details = tls.getSSLOptions();
        options.setSsl(true)
                .setKeyCertOptions(own)
                .setTrustOptions(trusted)
                .setClientAuth(ClientAuth.REQUIRED)
                .setEnabledSecureTransportProtocols(details.getEnabledSecureTransportProtocols())
                .setSslHandshakeTimeout(details.getSslHandshakeTimeout())
                .setSslHandshakeTimeoutUnit(details.getSslHandshakeTimeoutUnit());
        details.getEnabledCipherSuites().forEach(options::addEnabledCipherSuite);
        details.getCrlPaths().forEach(options::addCrlPath);
        details.getCrlValues().forEach(options::addCrlValue);
    }

    /// A new certificate is used without a restart.
    void renewed(@Observes CertificateUpdatedEvent event) {
        if (event.name().equals(TLS)) {
            current()
                    .ifPresent(listening ->
                            listening.renew(event.tlsConfiguration().getSSLOptions()));
        }
    }

    private synchronized Optional<MllpListener> current() {
        return listener;
    }

    /// The port in use; empty without senders.
    Optional<Integer> port() {
        return current().map(MllpListener::port);
    }

    @Override
    public void stop() {
        current().ifPresent(MllpListener::stop);
    }

    @Override
    public synchronized boolean ready() {
        return started && listener.map(MllpListener::listens).orElse(true);
    }
}
