// Names of header fields: case does not matter (RFC 3261 §7.3.1), and some have a compact form (§7.3.3). Both as in the
// IANA registry "Session Initiation Protocol (SIP) Parameters", Header Fields.

const COMPACT: Record<string, string> = {
  a: 'Accept-Contact',
  b: 'Referred-By',
  c: 'Content-Type',
  d: 'Request-Disposition',
  e: 'Content-Encoding',
  f: 'From',
  i: 'Call-ID',
  j: 'Reject-Contact',
  k: 'Supported',
  l: 'Content-Length',
  m: 'Contact',
  n: 'Identity-Info',
  o: 'Event',
  r: 'Refer-To',
  s: 'Subject',
  t: 'To',
  u: 'Allow-Events',
  v: 'Via',
  x: 'Session-Expires',
  y: 'Identity',
};

const NAMES =
  `Accept Accept-Contact Accept-Encoding Accept-Language Accept-Resource-Priority Additional-Identity Alert-Info Allow
Allow-Events Answer-Mode Authentication-Info Authorization Call-ID Call-Info Cellular-Network-Info Contact
Content-Disposition Content-Encoding Content-Language Content-Length Content-Type CSeq Date Diversion Encryption
Error-Info Event Expires Feature-Caps Flow-Timer From Geolocation Geolocation-Error Geolocation-Routing History-Info
Identity Identity-Info In-Reply-To Info-Package Join Max-Breadth Max-Forwards MIME-Version Min-Expires Min-SE Organization
P-Access-Network-Info P-Answer-State P-Asserted-Identity P-Asserted-Service P-Associated-URI P-Called-Party-ID
P-Charging-Function-Addresses P-Charging-Vector P-DCS-Billing-Info P-DCS-LAES P-DCS-OSPS P-DCS-Redirect
P-DCS-Trace-Party-ID P-Early-Media P-Media-Authorization P-Preferred-Identity P-Preferred-Service P-Private-Network-Indication
P-Profile-Key P-Refused-URI-List P-Served-User P-User-Database P-Visited-Network-ID Path Permission-Missing Policy-Contact
Policy-ID Priority Priority-Share Priv-Answer-Mode Privacy Proxy-Authenticate Proxy-Authorization Proxy-Require RAck
Reason Reason-Phrase Record-Route Recv-Info Refer-Events-At Refer-Sub Refer-To Referred-By Reject-Contact
Relayed-Charge Remote-Party-ID Replaces Reply-To Request-Disposition Require Resource-Priority Resource-Share
Response-Key Response-Source Restoration-Info Retry-After Route RSeq Security-Client Security-Server Security-Verify
Server Service-Interact-Info Service-Route Session-Expires Session-ID SIP-ETag SIP-If-Match Subject
Subscription-State Supported Suppress-If-Match Target-Dialog Timestamp To Trigger-Consent Unsupported User-Agent
User-to-User Via Warning WWW-Authenticate`.split(/\s+/);

const CANONICAL = new Map([
  ...NAMES.map((name): [string, string] => [name.toLowerCase(), name]),
  ...Object.entries(COMPACT),
]);

/** The long form with the usual capitals; a name that is not registered stays as it is written */
export const canonicalName = (name: string): string => CANONICAL.get(name.toLowerCase()) ?? name;
