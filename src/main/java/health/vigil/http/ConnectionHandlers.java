package health.vigil.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/// Stands at the beginning of every connection to one of our ports, where no router is yet. Netty finds it by
/// its service file when [#SETTING] says that there is one, before the first port is opened.
public final class ConnectionHandlers extends ChannelInitializerExtension {
    /// A system property, and its value.
    public static final String SETTING = EXTENSIONS_SYSTEM_PROPERTY;

    public static final String BY_SERVICE_FILE = "serviceload";

    static final String PATIENCE = "PT10S";

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        var within = ConfigProvider.getConfig().getOptionalValue("vigil.http.headers-within", Duration.class);
        connection
                .pipeline()
                .addLast(new HeaderTimeout(within.orElse(Duration.parse(PATIENCE))), new MalformedRequestHandler());
    }
}
