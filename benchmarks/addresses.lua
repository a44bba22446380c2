-- Asks the addresses of a file in turn: each once, or with "again" from the beginning.
local requests, at, again = {}, 0, false

function init(args)
  for line in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", line)
  end
  again = args[2] == "again"
end

function request()
  at = at + 1
  if at > #requests then
    at = 1
    if not again then wrk.thread:stop() end
  end
  return requests[at]
end

function done(summary, latency, requests)
  io.write(string.format('\nRESULT {"requests":%d,"seconds":%f,"bytes":%d,"failed":%d,"p50":%f,"p99":%f}\n',
    summary.requests, summary.duration / 1e6, summary.bytes,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
