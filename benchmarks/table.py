"""The figures of a run as a table and a picture."""

from statistics import median

PEERS = ("bare", "plain", "fastapi", "datasette")


def ratios(found, kind, peer):
    """How many times the program's processor time a peer needs for a request, round by round, or nothing."""
    runs = found[kind].get(peer, ())
    return sorted(other.cpu / own.cpu for own, other in zip(found[kind]["own"], runs, strict=False))


def table(found):
    """A line for each kind of request, in Markdown."""
    peers = [peer for peer in PEERS if any(peer in by for by in found.values())]
    lines = ["| | requests/s | CPU µs | p50 ms | p99 ms | " + " | ".join(f"{peer} ÷ own" for peer in peers) + " |",
             "| --- | ---: | ---: | ---: | ---: |" + " ---: |" * len(peers)]
    for kind, by in found.items():
        own = by["own"]
        cells = [f"{median(run.rate for run in own):.0f}", f"{median(run.cpu for run in own):.0f}",
                 f"{median(run.p50 for run in own):.2f}", f"{median(run.p99 for run in own):.2f}",
                 *(_spread(ratios(found, kind, peer)) for peer in peers)]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _spread(values):
    return f"{median(values):.2f} ({values[0]:.2f} to {values[-1]:.2f})" if values else ""


def plot(found, path):
    """Draw the ratios to `path`; whether there is what it takes to draw."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        return False
    figure = Figure(figsize=(9, 4.5), layout="constrained")
    axes = figure.subplots()
    kinds = list(found)
    for number, peer in enumerate(peer for peer in PEERS if any(peer in by for by in found.values())):
        told = [(place, values) for place, kind in enumerate(kinds) if (values := ratios(found, kind, peer))]
        axes.errorbar([place + number * 0.15 for place, _ in told], [median(values) for _, values in told],
                      yerr=[[median(values) - values[0] for _, values in told],
                            [values[-1] - median(values) for _, values in told]], fmt="o", capsize=3, label=peer)
    axes.axhline(1, color="grey", linewidth=0.8)
    axes.set(yscale="log", ylabel="processor's time of the peer ÷ own", xticks=range(len(kinds)), xticklabels=kinds)
    axes.tick_params(axis="x", rotation=30)
    axes.legend()
    figure.savefig(path, dpi=110)
    return True
