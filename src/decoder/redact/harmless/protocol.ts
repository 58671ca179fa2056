/** Words of SIP, SDP and the telephone network that texts of products use. A word, two spaces, why it names nobody. */
export const PROTOCOL = `
account  word of the protocol
ack  word of the protocol
acm  ISDN or ISUP
anm  ISDN or ISUP
authenticated  word of the protocol
authorization  word of the protocol
body  word of the protocol
branch  word of the protocol
bye  word of the protocol
cancel  word of the protocol
cic  ISDN or ISUP
contact  word of the protocol
content  word of the protocol
credentials  word of the protocol
cseq  word of the protocol
cug  ISDN or ISUP
debug  word of the protocol
dialogs  word of the protocol
digest  word of the protocol
diversion  word of the protocol
divert  word of the protocol
diverted  word of the protocol
dns  word of the protocol
domain  word of the protocol
dtls  word of the protocol
e1  ISDN or ISUP
expired  word of the protocol
expires  word of the protocol
fork  word of the protocol
forked  word of the protocol
forking  word of the protocol
headers  word of the protocol
held  word of the protocol
host  word of the protocol
hosts  word of the protocol
iam  ISDN or ISUP
ice  word of the protocol
invite  word of the protocol
ip  word of the protocol
ipv4  word of the protocol
ipv6  word of the protocol
isdn  ISDN or ISUP
isup  ISDN or ISUP
keep-alive  word of the protocol
keepalive  word of the protocol
length  word of the protocol
log  word of the protocol
naptr  word of the protocol
nat  word of the protocol
nonce  word of the protocol
notify  word of the protocol
options  word of the protocol
password  word of the protocol
port  word of the protocol
ports  word of the protocol
prack  word of the protocol
pstn  ISDN or ISUP
publish  word of the protocol
q.850  ISDN or ISUP
q.931  ISDN or ISUP
q850  ISDN or ISUP
realm  word of the protocol
refer  word of the protocol
referred  word of the protocol
register  word of the protocol
registered  word of the protocol
registrar  word of the protocol
registration  word of the protocol
release  ISDN or ISUP
released  ISDN or ISUP
replaced  word of the protocol
replaces  word of the protocol
resume  word of the protocol
resumed  word of the protocol
retransmission  word of the protocol
retransmissions  word of the protocol
retransmit  word of the protocol
rlc  ISDN or ISUP
rtcp  word of the protocol
rtp  word of the protocol
sccp  ISDN or ISUP
session-expires  word of the protocol
sip  word of the protocol
sips  word of the protocol
socket  word of the protocol
srtp  word of the protocol
srv  word of the protocol
ss7  ISDN or ISUP
stale  word of the protocol
stun  word of the protocol
subscribe  word of the protocol
subscription  word of the protocol
t1  ISDN or ISUP
tag  word of the protocol
tcap  ISDN or ISUP
tcp  word of the protocol
tel  word of the protocol
timers  word of the protocol
tls  word of the protocol
trace  word of the protocol
transfer  word of the protocol
transferred  word of the protocol
transferring  word of the protocol
tuple  word of the protocol
turn  word of the protocol
udp  word of the protocol
unregistered  word of the protocol
update  word of the protocol
uris  word of the protocol
url  word of the protocol
username  word of the protocol
via  word of the protocol
ws  word of the protocol
wss  word of the protocol
`;
