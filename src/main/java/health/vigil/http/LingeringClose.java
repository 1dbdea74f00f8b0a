package health.vigil.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.Http1xServerConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Closes a connection so that the last response arrives (RFC 9112, section 9.6). Closing while the client
/// still sends would reset the connection and lose the response. So this handler closes our side first and
/// discards what still arrives, until the client closes, is silent, or has used up its time.
final class LingeringClose extends ChannelDuplexHandler {
    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final int LOOKS = 30;

    private static final String NAME = "lingering-close";

    private final Duration silence;
    private final int most;
    private boolean closing;
    private boolean heard;
    private int looks;

    /// @param silence how long the client may be silent before the connection is closed
    /// @param most the most times that the silence is checked
    LingeringClose(Duration silence, int most) {
        this.silence = silence;
        this.most = most;
    }

    /// Closes the connection like this from now on. On HTTP/2 a response ends only its own stream.
    static void on(HttpConnection connection) {
        if (connection instanceof Http1xServerConnection open
                && open.channel().pipeline().get(NAME) == null) {
            open.channel().pipeline().addFirst(NAME, new LingeringClose(SILENCE, LOOKS));
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise closed) {
        if (!context.channel().isActive() || !(context.channel() instanceof DuplexChannel socket)) {
            var _ = context.close(closed);
            return;
        }
        context.channel().closeFuture().addListener(_ -> closed.trySuccess());
        if (!closing) {
            closing = true;
            var _ = socket.shutdownOutput();
            lookAgain(context);
            context.read();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (closing) {
            heard = true;
            ReferenceCountUtil.release(bytes);
        } else {
            context.fireChannelRead(bytes);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (closing) {
            context.read();
        } else {
            context.fireChannelReadComplete();
        }
    }

    private void lookAgain(ChannelHandlerContext context) {
        var _ = context.executor().schedule(() -> look(context), silence.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(ChannelHandlerContext context) {
        looks++;
        if (heard && looks < most && context.channel().isActive()) {
            heard = false;
            lookAgain(context);
        } else {
            var _ = context.close();
        }
    }
}
