<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>porthole::AboutDialog</name>
    <message>
        <source>About Porthole</source>
        <translation>关于 Porthole</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>程序(&amp;P)</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>更改(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Porthole %1</source>
        <translation>Porthole %1</translation>
    </message>
    <message>
        <source>A WebSocket server with a window on it</source>
        <translation>带窗口的 WebSocket 服务器</translation>
    </message>
    <message>
        <source>Free software under the MIT licence</source>
        <translation>以 MIT 许可证发布的自由软件</translation>
    </message>
    <message>
        <source>Qt %1, used under the LGPL version 3</source>
        <translation>Qt %1,按 LGPL 第 3 版使用</translation>
    </message>
    <message>
        <source>## Libraries</source>
        <translation>## 使用的库</translation>
    </message>
    <message>
        <source>LGPL version 3</source>
        <translation>LGPL 第 3 版</translation>
    </message>
    <message>
        <source>MIT licence</source>
        <translation>MIT 许可证</translation>
    </message>
    <message>
        <source>zlib licence</source>
        <translation>zlib 许可证</translation>
    </message>
    <message>
        <source>Apache licence 2.0, where TLS is used</source>
        <translation>Apache 许可证 2.0(使用 TLS 时)</translation>
    </message>
    <message>
        <source>## Porthole</source>
        <translation>## Porthole</translation>
    </message>
</context>
<context>
    <name>porthole::ActivityPane</name>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Let go of the chosen time</source>
        <translation>取消所选时间段</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>最近 1 分钟</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>最近 5 分钟</translation>
    </message>
    <message>
        <source>Last 10 minutes</source>
        <translation>最近 10 分钟</translation>
    </message>
    <message>
        <source>Last 2 hours</source>
        <translation>最近 2 小时</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>显示的时间段</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>每秒消息数</translation>
    </message>
    <message>
        <source>Bytes a second</source>
        <translation>每秒字节数</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Loop lag</source>
        <translation>循环延迟</translation>
    </message>
    <message>
        <source>Closes by cause</source>
        <translation>按原因统计的关闭</translation>
    </message>
    <message>
        <source>in</source>
        <translation>入</translation>
    </message>
    <message>
        <source>out</source>
        <translation>出</translation>
    </message>
</context>
<context>
    <name>porthole::Audit</name>
    <message>
        <source>push</source>
        <translation>推送</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>porthole::AuditDialog</name>
    <message>
        <source>Actions by hand</source>
        <translation>手动操作</translation>
    </message>
    <message>
        <source>Nothing was done by hand yet.</source>
        <translation>还没有手动操作。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>porthole::Buttons</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>porthole::Chart</name>
    <message>
        <source>scale to %1</source>
        <translation>刻度至 %1</translation>
    </message>
</context>
<context>
    <name>porthole::ClientColumns</name>
    <message>
        <source>#</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>子协议</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>In</source>
        <translation>入</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation>接收字节</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>发送字节</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>工作线程</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Number of the client; never given twice</source>
        <translation>客户端编号,绝不重复使用</translation>
    </message>
    <message>
        <source>Address and port the client comes from</source>
        <translation>客户端的来源地址和端口</translation>
    </message>
    <message>
        <source>Path of its request</source>
        <translation>其请求的路径</translation>
    </message>
    <message>
        <source>Subprotocol agreed on in the handshake</source>
        <translation>握手时商定的子协议</translation>
    </message>
    <message>
        <source>User that a handler bound it to</source>
        <translation>处理程序为它绑定的用户</translation>
    </message>
    <message>
        <source>Rooms it is in</source>
        <translation>所在的房间</translation>
    </message>
    <message>
        <source>How long it has been connected</source>
        <translation>已连接的时间</translation>
    </message>
    <message>
        <source>How long ago its last message went in or out</source>
        <translation>距离它最后一条收发消息的时间</translation>
    </message>
    <message>
        <source>Messages received from it</source>
        <translation>从它收到的消息数</translation>
    </message>
    <message>
        <source>Messages sent to it</source>
        <translation>发给它的消息数</translation>
    </message>
    <message>
        <source>Bytes of payload received from it</source>
        <translation>从它收到的负载字节数</translation>
    </message>
    <message>
        <source>Bytes of payload sent to it</source>
        <translation>发给它的负载字节数</translation>
    </message>
    <message>
        <source>Bytes that wait to be sent to it</source>
        <translation>等待发给它的字节数</translation>
    </message>
    <message>
        <source>Time from the last ping to its pong</source>
        <translation>最近一次 ping 到 pong 的时间</translation>
    </message>
    <message>
        <source>Thread that serves it</source>
        <translation>为它服务的线程</translation>
    </message>
    <message>
        <source>What speaks WebSocket with it</source>
        <translation>与它进行 WebSocket 通信的引擎</translation>
    </message>
    <message>
        <source>What its messages are compressed with: windows of server and client, contexts kept</source>
        <translation>其消息的压缩方式:服务器和客户端的窗口、保留的上下文</translation>
    </message>
</context>
<context>
    <name>porthole::ClientFields</name>
    <message>
        <source>number of the client</source>
        <translation>客户端编号</translation>
    </message>
    <message>
        <source>address and port</source>
        <translation>地址和端口</translation>
    </message>
    <message>
        <source>path of its request</source>
        <translation>其请求的路径</translation>
    </message>
    <message>
        <source>as agreed on</source>
        <translation>商定的值</translation>
    </message>
    <message>
        <source>whose it is</source>
        <translation>属于谁</translation>
    </message>
    <message>
        <source>one of the rooms it is in</source>
        <translation>所在房间之一</translation>
    </message>
    <message>
        <source>for how long, like 5min</source>
        <translation>持续时间,如 5min</translation>
    </message>
    <message>
        <source>since its last message, like 30s</source>
        <translation>距最后一条消息,如 30s</translation>
    </message>
    <message>
        <source>messages received from it</source>
        <translation>从它收到的消息数</translation>
    </message>
    <message>
        <source>messages sent to it</source>
        <translation>发给它的消息数</translation>
    </message>
    <message>
        <source>payload received from it, like 1M</source>
        <translation>从它收到的负载,如 1M</translation>
    </message>
    <message>
        <source>payload sent to it, like 1M</source>
        <translation>发给它的负载,如 1M</translation>
    </message>
    <message>
        <source>bytes that wait to be sent, like 64k</source>
        <translation>等待发送的字节数,如 64k</translation>
    </message>
    <message>
        <source>from ping to pong, like 50ms</source>
        <translation>从 ping 到 pong,如 50ms</translation>
    </message>
    <message>
        <source>thread that serves it</source>
        <translation>为它服务的线程</translation>
    </message>
    <message>
        <source>qt or native</source>
        <translation>qt 或 native</translation>
    </message>
    <message>
        <source>as agreed on, like deflate</source>
        <translation>商定的值,如 deflate</translation>
    </message>
    <message>
        <source>when it was closed</source>
        <translation>关闭的时间</translation>
    </message>
    <message>
        <source>close code, like 1006</source>
        <translation>关闭代码,如 1006</translation>
    </message>
    <message>
        <source>close reason</source>
        <translation>关闭原因</translation>
    </message>
    <message>
        <source>why it was closed, like &quot;slow consumer&quot;</source>
        <translation>关闭的原因,如 &quot;slow consumer&quot;</translation>
    </message>
    <message>
        <source>who closed it</source>
        <translation>由谁关闭</translation>
    </message>
</context>
<context>
    <name>porthole::ClientView</name>
    <message>
        <source>Client and its handshake</source>
        <translation>客户端及其握手</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s), %1</source>
        <translation>
            <numerusform>%Ln 条消息,%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>连接于</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>服务者</translation>
    </message>
    <message>
        <source>worker %1, engine %2</source>
        <translation>工作线程 %1,引擎 %2</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>子协议</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>From ping to pong</source>
        <translation>从 ping 到 pong</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>关闭方</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1,%2</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因说明</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Secrets of the handshake are shown.</source>
        <translation>握手中的机密已显示。</translation>
    </message>
    <message>
        <source>Secrets of the handshake are masked.</source>
        <translation>握手中的机密已隐藏。</translation>
    </message>
</context>
<context>
    <name>porthole::ClientsPane</name>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Filter clients</source>
        <translation>筛选客户端</translation>
    </message>
    <message>
        <source>Connected or closed clients</source>
        <translation>已连接或已关闭的客户端</translation>
    </message>
    <message>
        <source>&amp;Push to…</source>
        <translation>推送给(&amp;P)…</translation>
    </message>
    <message>
        <source>P&amp;ing</source>
        <translation>Ping(&amp;I)</translation>
    </message>
    <message>
        <source>Show &amp;only its messages</source>
        <translation>只显示其消息(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>断开(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>Connected clients</source>
        <translation>已连接的客户端</translation>
    </message>
    <message>
        <source>No client is connected.</source>
        <translation>没有客户端连接。</translation>
    </message>
    <message>
        <source>Closed clients</source>
        <translation>已关闭的客户端</translation>
    </message>
    <message>
        <source>No client has left yet.</source>
        <translation>还没有客户端离开。</translation>
    </message>
    <message>
        <source>Connected %L1</source>
        <translation>已连接 %L1</translation>
    </message>
    <message>
        <source>Closed %L1</source>
        <translation>已关闭 %L1</translation>
    </message>
    <message>
        <source>%L1 of %L2 shown</source>
        <translation>显示 %L1 / %L2</translation>
    </message>
    <message>
        <source>No client fits the filter.</source>
        <translation>没有符合筛选条件的客户端。</translation>
    </message>
    <message>
        <source>Show those that &amp;left</source>
        <translation>显示已离开的(&amp;L)</translation>
    </message>
</context>
<context>
    <name>porthole::CloseCheck</name>
    <message>
        <source>Give a code.</source>
        <translation>请输入代码。</translation>
    </message>
    <message>
        <source>A code is a number.</source>
        <translation>代码是数字。</translation>
    </message>
    <message>
        <source>%1 is reserved and never sent.</source>
        <translation>%1 为保留代码,从不发送。</translation>
    </message>
    <message>
        <source>%1 may not be sent. Use 1000–1003, 1007–1014 or 3000–4999.</source>
        <translation>%1 不可发送。请使用 1000–1003、1007–1014 或 3000–4999。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) too long. A reason has at most 123 bytes.</source>
        <translation>
            <numerusform>超出 %Ln 字节。原因最多 123 字节。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::ClosedModel</name>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>#</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>关闭方</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因说明</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Connected for</source>
        <translation>连接时长</translation>
    </message>
</context>
<context>
    <name>porthole::ComposeBar</name>
    <message>
        <source>Selected (%L1)</source>
        <translation>已选 (%L1)</translation>
    </message>
    <message>
        <source>All clients (%L1)</source>
        <translation>所有客户端 (%L1)</translation>
    </message>
    <message>
        <source>Shown by the filter (%L1)</source>
        <translation>筛选显示的 (%L1)</translation>
    </message>
    <message numerus="yes">
        <source>to %Ln client(s)</source>
        <translation>
            <numerusform>发给 %Ln 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>No client is connected.</source>
        <translation>没有客户端连接。</translation>
    </message>
    <message>
        <source>No client fits the filter.</source>
        <translation>没有符合筛选条件的客户端。</translation>
    </message>
    <message>
        <source>Select clients in the table, or push to all.</source>
        <translation>请在表中选择客户端,或推送给所有客户端。</translation>
    </message>
    <message>
        <source>The window is read-only: nothing is pushed.</source>
        <translation>窗口为只读:不会推送任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>Push this to %Ln client(s)?</source>
        <translation>
            <numerusform>将此推送给 %Ln 个客户端吗?</numerusform>
        </translation>
    </message>
    <message>
        <source>Pushing…</source>
        <translation>正在推送…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>推送</translation>
    </message>
    <message>
        <source>&amp;Stop pushing</source>
        <translation>停止推送(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Push</source>
        <translation>推送(&amp;P)</translation>
    </message>
    <message numerus="yes">
        <source>pushed %Ln time(s)</source>
        <translation>
            <numerusform>已推送 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File as text</source>
        <translation>文件(文本)</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>接收者</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>消息类型</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>In text and JSON these stand for something else in each message: %1</source>
        <translation>在文本和 JSON 中,以下内容会在每条消息中被替换:%1</translation>
    </message>
    <message>
        <source>What became of the message</source>
        <translation>消息的结果</translation>
    </message>
    <message>
        <source>&amp;Saved messages…</source>
        <translation>已保存的消息(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Repeat until stopped</source>
        <translation>重复直到停止(&amp;R)</translation>
    </message>
    <message>
        <source>Push the message (%1)</source>
        <translation>推送消息 (%1)</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Messages pushed before</source>
        <translation>以前推送的消息</translation>
    </message>
    <message>
        <source>Saved messages (%1)</source>
        <translation>已保存的消息 (%1)</translation>
    </message>
    <message>
        <source>Repeat until stopped (%1)</source>
        <translation>重复直到停止 (%1)</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Time between repetitions</source>
        <translation>重复间隔</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Pushed &amp;before</source>
        <translation>以前推送的(&amp;B)</translation>
    </message>
    <message>
        <source>Insert a &amp;variable</source>
        <translation>插入变量(&amp;V)</translation>
    </message>
    <message>
        <source>Push a &amp;file…</source>
        <translation>推送文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Nothing was pushed yet</source>
        <translation>尚未推送任何内容</translation>
    </message>
    <message>
        <source>Push a file</source>
        <translation>推送文件</translation>
    </message>
    <message>
        <source>A room (%L1)</source>
        <translation>一个房间 (%L1)</translation>
    </message>
    <message>
        <source>No client is in a room.</source>
        <translation>没有客户端在房间里。</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>房间 %1</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>No client is in the room %1.</source>
        <translation>房间 %1 中没有客户端。</translation>
    </message>
</context>
<context>
    <name>porthole::ConsoleModel</name>
    <message>
        <source>debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>工作线程</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>porthole::ConsolePane</name>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Console of the script</source>
        <translation>脚本的控制台</translation>
    </message>
    <message>
        <source>What the script writes with console.log() comes here.</source>
        <translation>脚本用 console.log() 写的内容会出现在这里。</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>信息及以上</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>最低级别</translation>
    </message>
    <message>
        <source>Find in the console</source>
        <translation>在控制台中查找</translation>
    </message>
    <message>
        <source>Clear the console</source>
        <translation>清空控制台</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>已丢弃 %1 行</translation>
    </message>
    <message>
        <source>All of the chosen line</source>
        <translation>所选行的全文</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>porthole::Delivery</name>
    <message>
        <source>Stopped: the window is read-only now.</source>
        <translation>已停止:窗口现在为只读。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: there are more than %Ln receiver(s) now.</source>
        <translation>
            <numerusform>已停止:接收者现已超过 %Ln 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody was there to receive it.</source>
        <translation>没有接收者。</translation>
    </message>
    <message>
        <source>The window is read-only.</source>
        <translation>窗口为只读。</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>已停止:%1</translation>
    </message>
    <message>
        <source>Stopped: no receiver is left.</source>
        <translation>已停止:没有接收者了。</translation>
    </message>
</context>
<context>
    <name>porthole::DetailPane</name>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Choose a message or a client to see all of it.</source>
        <translation>选择一条消息或一个客户端以查看全部内容。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>How the message is shown</source>
        <translation>消息的显示方式</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>only the first %1 were kept</source>
        <translation>只保留了前 %1</translation>
    </message>
    <message>
        <source>%1 has left; nothing more is known of it.</source>
        <translation>%1 已离开,没有更多信息。</translation>
    </message>
    <message>
        <source>JSON as a tree that can be folded</source>
        <translation>以可折叠的树显示 JSON</translation>
    </message>
</context>
<context>
    <name>porthole::DisconnectDialog</name>
    <message numerus="yes">
        <source>Disconnect %Ln client(s)</source>
        <translation>
            <numerusform>断开 %Ln 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Close code</source>
        <translation>关闭代码</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因说明</translation>
    </message>
    <message>
        <source>Optional; the client can read it</source>
        <translation>可选,客户端可以读到</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>代码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>for your own use</source>
        <translation>供您自行使用</translation>
    </message>
    <message>
        <source>for libraries and frameworks</source>
        <translation>供库和框架使用</translation>
    </message>
    <message>
        <source>%1 of 123 bytes</source>
        <translation>%1 / 123 字节</translation>
    </message>
</context>
<context>
    <name>porthole::DraftCheck</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列:%3</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>第 %1 列:%2</translation>
    </message>
    <message>
        <source>A ping carries at most 125 bytes, and this is %1.</source>
        <translation>ping 最多携带 125 字节,而这里有 %1 字节。</translation>
    </message>
    <message>
        <source>“%1” is no hex digit</source>
        <translation>“%1”不是十六进制数字</translation>
    </message>
    <message>
        <source>the last byte has only one digit</source>
        <translation>最后一个字节只有一位</translation>
    </message>
    <message>
        <source>nothing may follow the padding</source>
        <translation>填充之后不能再有内容</translation>
    </message>
    <message>
        <source>“%1” is no letter of Base64</source>
        <translation>“%1”不是 Base64 字符</translation>
    </message>
    <message>
        <source>the end is missing</source>
        <translation>缺少结尾</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>The file has %1; at most %2 go as one message.</source>
        <translation>文件大小为 %1,一条消息最多 %2。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>The file is not UTF-8, so it cannot go as text.</source>
        <translation>该文件不是 UTF-8,不能作为文本发送。</translation>
    </message>
</context>
<context>
    <name>porthole::ExportDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Mask secrets in paths and header fields</source>
        <translation>隐藏路径和头字段中的机密(&amp;M)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export messages</source>
        <translation>导出消息</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>已写入的行</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行(&amp;R)</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>格式(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Selected rows</source>
        <translation>所选的行</translation>
    </message>
    <message>
        <source>Rows that are shown</source>
        <translation>显示的行</translation>
    </message>
    <message>
        <source>All rows that are kept</source>
        <translation>所有保留的行</translation>
    </message>
    <message>
        <source>NDJSON, which can be opened again</source>
        <translation>NDJSON,可再次打开</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV,用于电子表格</translation>
    </message>
    <message>
        <source>HAR, as browsers and proxies write it</source>
        <translation>HAR,浏览器和代理使用的格式</translation>
    </message>
    <message>
        <source>This file is there already. Export again to replace it.</source>
        <translation>该文件已存在。再次导出将替换它。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1</source>
        <translation>
            <numerusform>已将 %Ln 行导出到 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::ExportJob</name>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>导出已取消,未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>porthole::FaultWatch</name>
    <message>
        <source>Porthole</source>
        <translation>Porthole</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) closed for a fault: %1</source>
        <translation>
            <numerusform>%Ln 个客户端因故障被关闭:%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::FileFault</name>
    <message>
        <source>Say which file to write.</source>
        <translation>请指定要写入的文件。</translation>
    </message>
    <message>
        <source>%1 is a folder; add a file name.</source>
        <translation>%1 是文件夹;请加上文件名。</translation>
    </message>
    <message>
        <source>There is no folder %1; create it or choose another.</source>
        <translation>没有文件夹 %1;请创建或另选一个。</translation>
    </message>
    <message>
        <source>Writing to %1 is not allowed; choose another folder.</source>
        <translation>不允许写入 %1;请选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 could not be written (%2); free some space or choose another folder.</source>
        <translation>无法写入 %1 (%2);请腾出空间或选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 could not be read (%2); check its name and who may read it.</source>
        <translation>无法读取 %1 (%2);请检查名称和读取权限。</translation>
    </message>
</context>
<context>
    <name>porthole::FilterEdit</name>
    <message>
        <source>Clear the filter</source>
        <translation>清空筛选</translation>
    </message>
    <message>
        <source>Fields to filter by</source>
        <translation>可筛选的字段</translation>
    </message>
</context>
<context>
    <name>porthole::FilterLexer</name>
    <message>
        <source>Write == for equal, or =~ for a regular expression.</source>
        <translation>相等写作 ==,正则表达式写作 =~。</translation>
    </message>
    <message>
        <source>The quote is not closed.</source>
        <translation>引号未闭合。</translation>
    </message>
</context>
<context>
    <name>porthole::FilterOperand</name>
    <message>
        <source>=~ finds in text, and %1 is none; write ==.</source>
        <translation>=~ 用于在文本中查找,而 %1 不是文本;请写 ==。</translation>
    </message>
    <message>
        <source>%1 can be compared with == and != only.</source>
        <translation>%1 只能用 == 和 != 比较。</translation>
    </message>
    <message>
        <source>The regular expression is not right here: %1.</source>
        <translation>正则表达式在此处有误:%1。</translation>
    </message>
    <message>
        <source>A size is written like 512, 1k or 2MiB.</source>
        <translation>大小写作 512、1k 或 2MiB。</translation>
    </message>
    <message>
        <source>A span of time needs a unit: 250ms, 30s, 5min, 2h.</source>
        <translation>时长需要单位:250ms、30s、5min、2h。</translation>
    </message>
    <message>
        <source>A client is written like 12 or #12.</source>
        <translation>客户端写作 12 或 #12。</translation>
    </message>
    <message>
        <source>A number is needed here, like 12 or 1.5k.</source>
        <translation>此处需要数字,如 12 或 1.5k。</translation>
    </message>
    <message>
        <source>A time is written like 12:00, 12:00:01.250, &quot;2026-01-31 12:00&quot; or -5min.</source>
        <translation>时间写作 12:00、12:00:01.250、&quot;2026-01-31 12:00&quot; 或 -5min。</translation>
    </message>
    <message>
        <source>%1 is one of: %2.</source>
        <translation>%1 是以下之一:%2。</translation>
    </message>
</context>
<context>
    <name>porthole::FilterParser</name>
    <message>
        <source>This parenthesis was not opened.</source>
        <translation>此括号没有对应的左括号。</translation>
    </message>
    <message>
        <source>A field or a word must stand before this.</source>
        <translation>此前需要一个字段或词。</translation>
    </message>
    <message>
        <source>Something is missing here: a field or a word.</source>
        <translation>此处缺少字段或词。</translation>
    </message>
    <message>
        <source>The parentheses are nested too deeply.</source>
        <translation>括号嵌套过深。</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>此括号未闭合。</translation>
    </message>
    <message>
        <source>There is no field %1. The fields are %2.</source>
        <translation>没有字段 %1。可用字段为 %2。</translation>
    </message>
    <message>
        <source>A value is missing here.</source>
        <translation>此处缺少值。</translation>
    </message>
</context>
<context>
    <name>porthole::Format</name>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>continuation</source>
        <translation>延续</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>二进制</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>pong</source>
        <translation>pong</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>in</source>
        <translation>入</translation>
    </message>
    <message>
        <source>out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>已排队</translation>
    </message>
    <message>
        <source>client has left</source>
        <translation>客户端已离开</translation>
    </message>
    <message>
        <source>not open</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>backlog full</source>
        <translation>积压已满</translation>
    </message>
    <message>
        <source>too big</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>not allowed now</source>
        <translation>此时不允许</translation>
    </message>
    <message>
        <source>peer close</source>
        <translation>对端关闭</translation>
    </message>
    <message>
        <source>server close</source>
        <translation>服务器关闭</translation>
    </message>
    <message>
        <source>kicked by operator</source>
        <translation>被操作员踢出</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>shutdown</source>
        <translation>关机</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>协议错误</translation>
    </message>
    <message>
        <source>bad UTF-8</source>
        <translation>无效 UTF-8</translation>
    </message>
    <message>
        <source>stalled frame</source>
        <translation>帧停滞</translation>
    </message>
    <message>
        <source>slow consumer</source>
        <translation>消费过慢</translation>
    </message>
    <message>
        <source>no pong</source>
        <translation>无 pong</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>handshake timeout</source>
        <translation>握手超时</translation>
    </message>
    <message>
        <source>bad handshake</source>
        <translation>错误的握手</translation>
    </message>
    <message>
        <source>not an upgrade</source>
        <translation>非升级请求</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>too many clients</source>
        <translation>客户端过多</translation>
    </message>
    <message>
        <source>too many clients of an address</source>
        <translation>同一地址的客户端过多</translation>
    </message>
    <message>
        <source>too many handshakes</source>
        <translation>握手过多</translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation>TLS 握手</translation>
    </message>
    <message>
        <source>queues full</source>
        <translation>队列已满</translation>
    </message>
    <message>
        <source>handler error</source>
        <translation>处理程序错误</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>end of stream</source>
        <translation>流结束</translation>
    </message>
    <message>
        <source>normal closure</source>
        <translation>正常关闭</translation>
    </message>
    <message>
        <source>going away</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>unsupported data</source>
        <translation>不支持的数据</translation>
    </message>
    <message>
        <source>no code given</source>
        <translation>未给出代码</translation>
    </message>
    <message>
        <source>no close frame</source>
        <translation>无关闭帧</translation>
    </message>
    <message>
        <source>invalid payload</source>
        <translation>无效负载</translation>
    </message>
    <message>
        <source>policy violation</source>
        <translation>违反策略</translation>
    </message>
    <message>
        <source>message too big</source>
        <translation>消息过大</translation>
    </message>
    <message>
        <source>mandatory extension</source>
        <translation>必需的扩展</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <source>service restart</source>
        <translation>服务重启</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>稍后重试</translation>
    </message>
    <message>
        <source>bad gateway</source>
        <translation>网关错误</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>TLS 握手失败</translation>
    </message>
</context>
<context>
    <name>porthole::HandlerFiles</name>
    <message>
        <source>%1 is not there any more; save it again or choose another handler.</source>
        <translation>%1 已不存在；请重新保存或选择其他处理程序。</translation>
    </message>
    <message>
        <source>Nothing on this desktop opens %1; open it in an editor of your choice.</source>
        <translation>此桌面上没有可打开 %1 的程序；请用您喜欢的编辑器打开它。</translation>
    </message>
</context>
<context>
    <name>porthole::HeaderBar</name>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>in/s</source>
        <translation>入/秒</translation>
    </message>
    <message>
        <source>out/s</source>
        <translation>出/秒</translation>
    </message>
    <message>
        <source>Messages a second over the last minute</source>
        <translation>最近一分钟的每秒消息数</translation>
    </message>
    <message>
        <source>Messages a second, in and out, over the last minute</source>
        <translation>最近一分钟每秒收发的消息数</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>未监听</translation>
    </message>
    <message>
        <source>engine %1</source>
        <translation>引擎 %1</translation>
    </message>
</context>
<context>
    <name>porthole::HexPayloadView</name>
    <message>
        <source>Payload as hex</source>
        <translation>十六进制负载</translation>
    </message>
</context>
<context>
    <name>porthole::JsonPayloadView</name>
    <message>
        <source>Payload as JSON</source>
        <translation>JSON 负载</translation>
    </message>
    <message>
        <source>Not JSON: at byte %1, %2.</source>
        <translation>不是 JSON:第 %1 字节,%2。</translation>
    </message>
</context>
<context>
    <name>porthole::JsonText</name>
    <message>
        <source>the object is not closed</source>
        <translation>对象未闭合</translation>
    </message>
    <message>
        <source>a colon is missing after the name</source>
        <translation>名称后缺少冒号</translation>
    </message>
    <message>
        <source>the array is not closed</source>
        <translation>数组未闭合</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>缺少逗号</translation>
    </message>
    <message>
        <source>this is no value</source>
        <translation>这不是值</translation>
    </message>
    <message>
        <source>it ends within a number</source>
        <translation>在数字中间结束</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>这不是数字</translation>
    </message>
    <message>
        <source>this escape is not known</source>
        <translation>未知的转义</translation>
    </message>
    <message>
        <source>this is not UTF-8</source>
        <translation>这不是 UTF-8</translation>
    </message>
    <message>
        <source>the string is not closed</source>
        <translation>字符串未闭合</translation>
    </message>
    <message>
        <source>an object is missing</source>
        <translation>缺少对象</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>something follows the value</source>
        <translation>值之后有多余内容</translation>
    </message>
    <message>
        <source>this is not JSON</source>
        <translation>这不是 JSON</translation>
    </message>
    <message>
        <source>there is no value</source>
        <translation>没有值</translation>
    </message>
</context>
<context>
    <name>porthole::JsonTree</name>
    <message>
        <source>Payload as a tree</source>
        <translation>树形数据</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy the path for a filter</source>
        <translation>复制用于筛选的路径</translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>按此值筛选</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部折叠</translation>
    </message>
</context>
<context>
    <name>porthole::JsonTreeModel</name>
    <message>
        <source>%1 … (%2 more)</source>
        <translation>%1 …(还有 %2)</translation>
    </message>
</context>
<context>
    <name>porthole::LogWindow</name>
    <message>
        <source>%1 – Porthole</source>
        <translation>%1 – Porthole</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Reading: %1 %</source>
        <translation>读取:%1 %</translation>
    </message>
    <message>
        <source>Open exported messages</source>
        <translation>打开导出的消息</translation>
    </message>
    <message>
        <source>Exported messages (*.ndjson *.jsonl);;All files (*)</source>
        <translation>导出的消息 (*.ndjson *.jsonl);;所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) left out.</source>
        <translation>
            <numerusform>略去 %Ln 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::MainWindow</name>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Porthole</source>
        <translation>Porthole</translation>
    </message>
    <message>
        <source>%1 – Porthole</source>
        <translation>%1 – Porthole</translation>
    </message>
    <message>
        <source>The server does not run.</source>
        <translation>服务器未运行。</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>客户端(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Push</source>
        <translation>推送(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>复制地址(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Read-only</source>
        <translation>只读(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Actions by hand…</source>
        <translation>手动操作(&amp;A)…</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>设置(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;How to connect</source>
        <translation>如何连接(&amp;H)</translation>
    </message>
    <message>
        <source>Push bar</source>
        <translation>推送栏</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>文字大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>正常(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Push bar</source>
        <translation>推送栏(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>活动(&amp;A)</translation>
    </message>
    <message>
        <source>Filter of the c&amp;lients</source>
        <translation>客户端筛选(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>下一窗格(&amp;N)</translation>
    </message>
    <message>
        <source>P&amp;revious pane</source>
        <translation>上一窗格(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Porthole</source>
        <translation>关于 Porthole(&amp;A)</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>C&amp;onsole</source>
        <translation>控制台(&amp;O)</translation>
    </message>
    <message>
        <source>New handler from a &amp;template…</source>
        <translation>从模板新建处理程序(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Open the handler in an editor</source>
        <translation>在编辑器中打开处理程序(&amp;O)</translation>
    </message>
</context>
<context>
    <name>porthole::MessageFields</name>
    <message>
        <source>in or out</source>
        <translation>in 或 out</translation>
    </message>
    <message>
        <source>number of the client</source>
        <translation>客户端编号</translation>
    </message>
    <message>
        <source>text, binary, close, ping, pong, refused</source>
        <translation>text、binary、close、ping、pong、refused</translation>
    </message>
    <message>
        <source>bytes of payload, like 1k</source>
        <translation>负载字节数,如 1k</translation>
    </message>
    <message>
        <source>path of the client&apos;s request</source>
        <translation>客户端请求的路径</translation>
    </message>
    <message>
        <source>address and port of the client</source>
        <translation>客户端的地址和端口</translation>
    </message>
    <message>
        <source>the payload as text</source>
        <translation>作为文本的负载</translation>
    </message>
    <message>
        <source>a value in the payload: json.type, json.items.0.id</source>
        <translation>负载中的值:json.type、json.items.0.id</translation>
    </message>
    <message>
        <source>when: 12:00:01, or -5min for five minutes ago</source>
        <translation>时间:12:00:01,或 -5min 表示五分钟前</translation>
    </message>
    <message>
        <source>code of a close frame</source>
        <translation>关闭帧的代码</translation>
    </message>
</context>
<context>
    <name>porthole::MessagesModel</name>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>%1 … (%2 more)</source>
        <translation>%1 …(还有 %2)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>porthole::MessagesPane</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Filter messages</source>
        <translation>筛选消息</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>筛选(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Jump to &amp;newest</source>
        <translation>跳到最新(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清空(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Control frames and refusals</source>
        <translation>控制帧和拒绝(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;only its client</source>
        <translation>只显示其客户端(&amp;O)</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Open an export…</source>
        <translation>打开导出文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>入和出</translation>
    </message>
    <message>
        <source>In</source>
        <translation>入</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln client(s)</source>
        <translation>
            <numerusform>仅 %Ln 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the messages of all clients again</source>
        <translation>重新显示所有客户端的消息</translation>
    </message>
    <message>
        <source>%1: show all again</source>
        <translation>%1:重新显示全部</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, %1 apart</source>
        <translation>
            <numerusform>已选 %Ln 条,相隔 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2</translation>
    </message>
    <message>
        <source>%1 older dropped</source>
        <translation>已丢弃较早的 %1 条</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>已跳过 %1 条</translation>
    </message>
    <message>
        <source>&amp;Resume  +%1</source>
        <translation>继续(&amp;R)  +%1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>%1 messages came while paused and did not fit any more.</source>
        <translation>暂停期间到来的 %1 条消息已放不下。</translation>
    </message>
    <message>
        <source>No message fits the filter.</source>
        <translation>没有符合筛选条件的消息。</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>尚无消息。</translation>
    </message>
</context>
<context>
    <name>porthole::Ndjson</name>
    <message>
        <source>It is no JSON object.</source>
        <translation>这不是 JSON 对象。</translation>
    </message>
    <message>
        <source>It has no time as Porthole exports it.</source>
        <translation>没有 Porthole 导出的时间。</translation>
    </message>
    <message>
        <source>Its type or its payload is missing.</source>
        <translation>缺少类型或负载。</translation>
    </message>
</context>
<context>
    <name>porthole::NewHandlerDialog</name>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>New handler from a template</source>
        <translation>从模板新建处理程序</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Source of the template</source>
        <translation>模板源代码</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>另存为(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save the handler</source>
        <translation>保存处理程序</translation>
    </message>
    <message>
        <source>The name of a handler&apos;s file ends with .js or .mjs.</source>
        <translation>处理程序文件的名称以 .js 或 .mjs 结尾。</translation>
    </message>
    <message>
        <source>Porthole</source>
        <translation>Porthole</translation>
    </message>
    <message>
        <source>%1 is there already. Write the template over it?</source>
        <translation>%1 已存在。用模板覆盖它吗？</translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation>覆盖</translation>
    </message>
</context>
<context>
    <name>porthole::NoticesDialog</name>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>porthole::OpenJob</name>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行:%2</translation>
    </message>
    <message>
        <source>%1 holds no row of an exported log; choose a file that was exported as NDJSON.</source>
        <translation>%1 中没有导出日志的行;请选择以 NDJSON 导出的文件。</translation>
    </message>
</context>
<context>
    <name>porthole::Operations</name>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>处理程序</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln 个客户端</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::Outcome</name>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Nobody was there to receive it.</source>
        <translation>没有接收者。</translation>
    </message>
    <message numerus="yes">
        <source>sent to %Ln</source>
        <translation>
            <numerusform>已发送给 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>queued for %Ln</source>
        <translation>
            <numerusform>%Ln 个排队中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused: %1</source>
        <translation>
            <numerusform>%Ln 个被拒绝:%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pinged %Ln client(s)</source>
        <translation>
            <numerusform>已 ping %Ln 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 refused: %3</source>
        <translation>%1,%2 个被拒绝:%3</translation>
    </message>
    <message numerus="yes">
        <source>Disconnecting %Ln client(s)</source>
        <translation>
            <numerusform>正在断开 %Ln 个客户端</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnecting %Ln client(s), %1 refused: %2</source>
        <translation>
            <numerusform>正在断开 %Ln 个客户端,%1 个被拒绝:%2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::PaneTitle</name>
    <message>
        <source>Detach %1</source>
        <translation>分离%1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏%1</translation>
    </message>
</context>
<context>
    <name>porthole::PayloadView</name>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Bytes %1 to %2 of %3; Copy takes all of it</source>
        <translation>第 %1 至 %2 字节,共 %3;复制会取全部</translation>
    </message>
</context>
<context>
    <name>porthole::SavedDialog</name>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>Saved messages</source>
        <translation>已保存的消息</translation>
    </message>
    <message>
        <source>Name, to save the message under or to find one</source>
        <translation>名称,用于保存消息或查找</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Replace with the message</source>
        <translation>用此消息替换(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save the message</source>
        <translation>保存消息(&amp;S)</translation>
    </message>
</context>
<context>
    <name>porthole::ServerForm</name>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Give an IPv4 or IPv6 address, localhost, or unix: and a path.</source>
        <translation>请输入 IPv4 或 IPv6 地址、localhost,或 unix: 加路径。</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>任意空闲端口</translation>
    </message>
    <message>
        <source>&amp;Workers</source>
        <translation>工作线程(&amp;W)</translation>
    </message>
    <message>
        <source>one per core</source>
        <translation>每核一个</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>引擎(&amp;E)</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>native</source>
        <translation>native</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>&amp;Handler</source>
        <translation>处理程序(&amp;H)</translation>
    </message>
    <message>
        <source>Write it as 65536, 64KiB or 1MiB.</source>
        <translation>请写作 65536、64KiB 或 1MiB。</translation>
    </message>
    <message>
        <source>Write it as 500ms, 10s or 5min.</source>
        <translation>请写作 500ms、10s 或 5min。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>&amp;Longest message</source>
        <translation>最长消息(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Queue of a client</source>
        <translation>客户端队列(&amp;Q)</translation>
    </message>
    <message>
        <source>When a queue is &amp;full</source>
        <translation>队列已满时(&amp;F)</translation>
    </message>
    <message>
        <source>close the client</source>
        <translation>关闭客户端</translation>
    </message>
    <message>
        <source>drop the newest message</source>
        <translation>丢弃最新消息</translation>
    </message>
    <message>
        <source>drop the oldest messages</source>
        <translation>丢弃最旧消息</translation>
    </message>
    <message>
        <source>take no message</source>
        <translation>不接受消息</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>客户端(&amp;C)</translation>
    </message>
    <message>
        <source>Clients of an &amp;address</source>
        <translation>同一地址的客户端(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;New clients a second</source>
        <translation>每秒新客户端(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Messages a second from a client</source>
        <translation>每客户端每秒消息(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Bytes a second from a client</source>
        <translation>每客户端每秒字节(&amp;B)</translation>
    </message>
    <message>
        <source>Write it as 65536, 64KiB or 1MiB; 0 is no limit.</source>
        <translation>请写作 65536、64KiB 或 1MiB;0 表示无限制。</translation>
    </message>
    <message>
        <source>&amp;Time between pings</source>
        <translation>ping 间隔(&amp;T)</translation>
    </message>
    <message>
        <source>Time for the &amp;pong</source>
        <translation>等待 pong 的时间(&amp;P)</translation>
    </message>
    <message>
        <source>Longest &amp;silence</source>
        <translation>最长静默(&amp;S)</translation>
    </message>
    <message>
        <source>Write it as 500ms, 10s or 5min; 0 is for ever.</source>
        <translation>请写作 500ms、10s 或 5min;0 表示永久。</translation>
    </message>
</context>
<context>
    <name>porthole::ServerPanel</name>
    <message>
        <source>&amp;Handler</source>
        <translation>处理程序(&amp;H)</translation>
    </message>
    <message>
        <source>Start a&amp;new</source>
        <translation>重新启动(&amp;N)</translation>
    </message>
    <message>
        <source>What answers the clients</source>
        <translation>响应客户端的程序</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>停止服务器</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>启动服务器</translation>
    </message>
    <message>
        <source>Handler: %1</source>
        <translation>处理程序:%1</translation>
    </message>
    <message>
        <source>Porthole</source>
        <translation>Porthole</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) will be closed with 1001.</source>
        <translation>
            <numerusform>%Ln 个客户端将以 1001 关闭。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the server?</source>
        <translation>停止服务器吗?</translation>
    </message>
    <message>
        <source>Start the server anew?</source>
        <translation>重新启动服务器吗?</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>The server has to be started anew for this.</source>
        <translation>为此必须重新启动服务器。</translation>
    </message>
</context>
<context>
    <name>porthole::ServerSentences</name>
    <message>
        <source>Port %1 on %2 is taken: end the program that has it, or choose another port, or 0 for a free one.</source>
        <translation>%2 上的端口 %1 已被占用：请结束占用它的程序，或选择其他端口，或用 0 取一个空闲端口。</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine: choose one that is, 127.0.0.1 for this machine alone or 0.0.0.0 for every network.</source>
        <translation>%1 不是本机的地址：请选择本机的地址，127.0.0.1 仅限本机，0.0.0.0 用于所有网络。</translation>
    </message>
    <message>
        <source>Port %1 on %2 may not be used by this account: choose one above 1023.</source>
        <translation>此帐户不能使用 %2 上的端口 %1：请选择大于 1023 的端口。</translation>
    </message>
    <message>
        <source>The file %1 is in use: end the program that listens on it, or choose another path.</source>
        <translation>文件 %1 正在使用：请结束监听它的程序，或选择其他路径。</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>无法监听 %1：%2。</translation>
    </message>
    <message>
        <source>There is no handler &quot;%1&quot;.</source>
        <translation>没有处理程序“%1”。</translation>
    </message>
    <message>
        <source>The server is stopping; try again when it has stopped.</source>
        <translation>服务器正在停止；请在停止后重试。</translation>
    </message>
    <message>
        <source>The server does not run.</source>
        <translation>服务器没有运行。</translation>
    </message>
    <message>
        <source>The server does not run; start it with these settings instead.</source>
        <translation>服务器没有运行；请改为用这些设置启动它。</translation>
    </message>
    <message>
        <source>Start the server again to change %1.</source>
        <translation>要更改 %1，请重新启动服务器。</translation>
    </message>
    <message>
        <source>compression is yes, but the engine qt cannot compress; choose the engine native.</source>
        <translation>compression 为 yes，但引擎 qt 不能压缩；请选择引擎 native。</translation>
    </message>
    <message>
        <source>There is no file for the %1; give one.</source>
        <translation>没有用于 %1 的文件；请给出一个。</translation>
    </message>
    <message>
        <source>There is no certificate in %1; give a file in PEM.</source>
        <translation>%1 中没有证书；请给出 PEM 文件。</translation>
    </message>
    <message>
        <source>The certificate in %1 expired on %2; get a new one.</source>
        <translation>%1 中的证书已于 %2 过期；请换一个新的。</translation>
    </message>
    <message>
        <source>The certificate in %1 is not valid before %2; see whether this machine&apos;s clock is right.</source>
        <translation>%1 中的证书在 %2 之前无效；请检查本机的时钟。</translation>
    </message>
    <message>
        <source>There is no private key in %1 that can be read; give a file in PEM, and its passphrase if it has one.</source>
        <translation>%1 中没有可读的私钥；请给出 PEM 文件，如有口令也请给出。</translation>
    </message>
    <message>
        <source>The private key in %1 is not that of the certificate in %2 (%3); give the pair.</source>
        <translation>%1 中的私钥与 %2 中的证书不匹配（%3）；请给出配对的文件。</translation>
    </message>
    <message>
        <source>%1 needs a certificate; give tlsCert and tlsKey.</source>
        <translation>%1 需要证书；请给出 tlsCert 和 tlsKey。</translation>
    </message>
    <message>
        <source>The %1 cannot be read from %2: %3.</source>
        <translation>无法从 %2 读取 %1：%3。</translation>
    </message>
    <message>
        <source>A handler of client #%1 threw: %2.</source>
        <translation>客户端 #%1 的处理程序抛出异常：%2。</translation>
    </message>
    <message>
        <source>A handler threw: %1.</source>
        <translation>处理程序抛出异常：%1。</translation>
    </message>
    <message>
        <source>A connection was turned away: %1.</source>
        <translation>拒绝了一个连接：%1。</translation>
    </message>
    <message>
        <source>%1 connections were turned away: %2.</source>
        <translation>拒绝了 %1 个连接：%2。</translation>
    </message>
    <message>
        <source>give a folder that exists</source>
        <translation>请给出存在的文件夹</translation>
    </message>
    <message>
        <source>choose yes or no</source>
        <translation>请选择 yes 或 no</translation>
    </message>
    <message>
        <source>choose 1.2 or 1.3</source>
        <translation>请选择 1.2 或 1.3</translation>
    </message>
    <message>
        <source>give a number of bytes from %1 to %2, such as 65536, 64KiB or 1MiB</source>
        <translation>请给出 %1 到 %2 的字节数，例如 65536、64KiB 或 1MiB</translation>
    </message>
    <message>
        <source>give a time from %1 to %2, such as 500ms, 10s or 5min</source>
        <translation>请给出 %1 到 %2 的时间，例如 500ms、10s 或 5min</translation>
    </message>
    <message>
        <source>give a number from %1 to %2</source>
        <translation>请给出 %1 到 %2 的数</translation>
    </message>
    <message>
        <source>choose one of %1</source>
        <translation>请从 %1 中选择</translation>
    </message>
    <message>
        <source>The setting %1 is %2; %3.</source>
        <translation>设置 %1 为 %2；%3。</translation>
    </message>
    <message>
        <source>%1 is %2; %3.</source>
        <translation>%1 为 %2；%3。</translation>
    </message>
    <message>
        <source>%1 was loaded again, in %2 ms</source>
        <translation>%1 已重新加载，用时 %2 ms</translation>
    </message>
    <message>
        <source>The script was not loaded again, and what ran goes on: %1</source>
        <translation>脚本未能重新加载，原来的继续运行：%1</translation>
    </message>
</context>
<context>
    <name>porthole::SettingsDialog</name>
    <message>
        <source>&amp;Read-only: nothing is pushed, closed or changed from here</source>
        <translation>只读:不从此处推送、关闭或更改(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Notify when a client is closed for a fault</source>
        <translation>客户端因故障被关闭时通知(&amp;N)</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The server is started anew when one of these changes. They hold until the program ends; its command line sets them for good.</source>
        <translation>更改任一项都会重新启动服务器。设置在程序结束前有效;要长期生效请用命令行。</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>These hold at once, for those who are connected too. They hold until the program ends; its command line sets them for good.</source>
        <translation>立即生效,对已连接的客户端也是如此。设置在程序结束前有效;要长期生效请用命令行。</translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation>限制(&amp;L)</translation>
    </message>
    <message>
        <source>These hold at once and are remembered.</source>
        <translation>立即生效并会被记住。</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>文字大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Messages kept</source>
        <translation>保留的消息(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Memory for them</source>
        <translation>所用内存(&amp;M)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>The server is started anew for this; %Ln client(s) will be closed with 1001.</source>
        <translation>
            <numerusform>为此将重新启动服务器;%Ln 个客户端将以 1001 关闭。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server is started anew for this.</source>
        <translation>为此将重新启动服务器。</translation>
    </message>
    <message>
        <source>Apply and start anew</source>
        <translation>应用并重新启动</translation>
    </message>
</context>
<context>
    <name>porthole::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Where the focus is</source>
        <translation>焦点所在处</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>选择所有行</translation>
    </message>
    <message>
        <source>Empty the filter</source>
        <translation>清空筛选</translation>
    </message>
    <message>
        <source>Push, from the editor</source>
        <translation>推送(在编辑框中)</translation>
    </message>
    <message>
        <source>Mark a time in a chart, and take it</source>
        <translation>在图表中标记时间段并采用</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1,%2</translation>
    </message>
    <message>
        <source>Message pushed before, and after</source>
        <translation>上一条和下一条推送过的消息</translation>
    </message>
</context>
<context>
    <name>porthole::StatusLine</name>
    <message>
        <source>Listening on %1</source>
        <translation>正在监听 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln worker(s)</source>
        <translation>
            <numerusform>%Ln 个工作线程</numerusform>
        </translation>
    </message>
    <message>
        <source>loop lag %1 ms</source>
        <translation>循环延迟 %1 ms</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>已跳过 %1 条</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 个被拒绝</translation>
    </message>
    <message>
        <source>The server does not run.</source>
        <translation>服务器未运行。</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s)</source>
        <translation>
            <numerusform>%Ln 条通知</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>porthole::TableView</name>
    <message>
        <source>Reset columns</source>
        <translation>重置列</translation>
    </message>
</context>
<context>
    <name>porthole::TailView</name>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
</context>
<context>
    <name>porthole::TextPayloadView</name>
    <message>
        <source>Payload as text</source>
        <translation>文本负载</translation>
    </message>
    <message>
        <source>This is not UTF-8 text: only ASCII is shown. Hex shows the bytes.</source>
        <translation>这不是 UTF-8 文本:仅显示 ASCII。“十六进制”显示字节。</translation>
    </message>
</context>
<context>
    <name>porthole::WelcomePage</name>
    <message>
        <source>The address to connect to</source>
        <translation>要连接的地址</translation>
    </message>
    <message>
        <source>In the console of a browser</source>
        <translation>在浏览器控制台中</translation>
    </message>
    <message>
        <source>In a terminal, with Node.js</source>
        <translation>在终端中,使用 Node.js</translation>
    </message>
    <message>
        <source>In a terminal, with Python and its websockets package</source>
        <translation>在终端中,使用 Python 及其 websockets 包</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制:%1</translation>
    </message>
    <message>
        <source>Ready for the first client</source>
        <translation>已准备好迎接第一个客户端</translation>
    </message>
    <message>
        <source>Connect to the address below. Clients and their messages appear here as they come.</source>
        <translation>请连接到下面的地址。客户端及其消息到来时会显示在此处。</translation>
    </message>
    <message>
        <source>The server could not start</source>
        <translation>服务器无法启动</translation>
    </message>
    <message>
        <source>The server is stopping</source>
        <translation>服务器正在停止</translation>
    </message>
    <message>
        <source>It waits for its clients to say goodbye.</source>
        <translation>正在等待客户端告别。</translation>
    </message>
    <message>
        <source>The server does not run</source>
        <translation>服务器未运行</translation>
    </message>
    <message>
        <source>No client can connect.</source>
        <translation>客户端无法连接。</translation>
    </message>
</context>
</TS>
