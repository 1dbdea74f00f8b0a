package health.vigil.http;

import health.vigil.role.TcpPorts;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/// Adds our channel handlers to every new connection of HTTP. Netty finds this class through its service file if the
/// system property [#SETTING] is set before the first port opens.
public final class ConnectionHandlers extends ChannelInitializerExtension {
    /// The system property and its value.
    public static final String SETTING = EXTENSIONS_SYSTEM_PROPERTY;

    public static final String BY_SERVICE_FILE = "serviceload";

    static final String PATIENCE = "PT10S";

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        if (connection.localAddress() instanceof InetSocketAddress address && TcpPorts.contains(address.getPort())) {
            return;
        }
        var within = ConfigProvider.getConfig().getOptionalValue("vigil.http.headers-within", Duration.class);
        connection
                .pipeline()
                .addLast(new HeaderTimeout(within.orElse(Duration.parse(PATIENCE))), new MalformedRequestHandler());
    }
}
