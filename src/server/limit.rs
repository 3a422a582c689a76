//! How much one client may ask for in a minute. Nothing of it is written down.

use std::{
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    sync::Arc,
    time::Duration,
};

use axum::http::HeaderMap;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use ipnet::IpNet;

/// A limit by client; cheap to clone.
#[derive(Clone)]
pub struct Limit(Option<Arc<DefaultKeyedRateLimiter<IpAddr>>>);

impl Limit {
    /// So many a minute, all of them at once if need be; 0 = no limit.
    pub fn per_minute(n: u32) -> Self {
        Self(NonZeroU32::new(n).map(|n| Arc::new(RateLimiter::keyed(Quota::per_minute(n)))))
    }

    /// Whether a client may go on; if not, in how many seconds.
    pub fn check(&self, client: IpAddr) -> Result<(), u64> {
        use governor::clock::{Clock as _, DefaultClock};
        let Some(limiter) = &self.0 else { return Ok(()) };
        limiter.check_key(&client).map_err(|not_until| not_until.wait_time_from(DefaultClock::default().now()).as_secs() + 1)
    }

    /// Forgets clients that have been quiet; to be called now and then.
    pub fn forget(&self) {
        if let Some(limiter) = &self.0 {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

/// Every minute, forgets the quiet clients of some limits.
pub async fn forget_quiet(limits: Vec<Limit>) {
    loop {
        tokio::time::sleep(Duration::from_mins(1)).await;
        limits.iter().for_each(Limit::forget);
    }
}

/// Who a request is from, for the limits: the peer, or what the nearest proxy that we do not trust is said to be.
/// IPv6 counts by /64, which is what one household or phone has.
pub fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|net| net.contains(address));
    let mut client = peer.to_canonical();
    if is_trusted(&client) {
        let forwarded = headers.get_all("x-forwarded-for").iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(','));
        let mut hops: Vec<IpAddr> = forwarded.filter_map(|hop| hop.trim().parse().ok()).collect();
        while let Some(hop) = hops.pop() {
            client = hop.to_canonical();
            if !is_trusted(&client) {
                break;
            }
        }
    }
    match client {
        IpAddr::V4(_) => client,
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forwarded(value: &str) -> HeaderMap {
        HeaderMap::from_iter([("x-forwarded-for".parse().expect("a name"), value.parse().expect("a value"))])
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let trusted = ["10.0.0.0/8".parse().expect("a network")];
        let ip = |text: &str| text.parse::<IpAddr>().expect("an address");
        let headers = forwarded("6.6.6.6, 203.0.113.9, 10.1.1.1");
        assert_eq!(client(ip("198.51.100.7"), &headers, &trusted), ip("198.51.100.7"), "anyone can write the header");
        assert_eq!(client(ip("10.0.0.1"), &headers, &trusted), ip("203.0.113.9"), "the last hop outside our own network");
        assert_eq!(client(ip("2001:db8:1:2:3:4:5:6"), &headers, &trusted), ip("2001:db8:1:2::"));
        assert_eq!(client(ip("::ffff:198.51.100.7"), &headers, &trusted), ip("198.51.100.7"));
    }

    #[test]
    fn one_client_does_not_use_up_the_share_of_another() {
        let limit = Limit::per_minute(2);
        let (a, b) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        assert!(limit.check(a).is_ok() && limit.check(a).is_ok());
        assert!(limit.check(a).is_err_and(|seconds| (1..=60).contains(&seconds)));
        assert!(limit.check(b).is_ok());
        assert!(Limit::per_minute(0).check(a).is_ok());
    }
}
