import Audience
import Canvas
import Catalogue
import Distribution
import Playback

/// One page about one video's spread, in plain words, for whoever asked for the video.
struct SpreadReport {
  let excerpt: Excerpt
  let video: VideoPicture
  /// The chart, as Markdown shows it: a link to a file beside it, or the picture itself.
  let chart: String

  /// The page.
  var text: String {
    let parts = [
      "# How “\(Markdown.plain(video.upload.id))” spread\n", notice, happened, chart + "\n",
      "## Why it \(video.state == .stopped ? "stopped" : "is where it is")\n", why, waves, kpis,
      sources, decisions, words,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var notice: String {
    let world = excerpt.snapshot
    return """
      > **SIMULATED.** No number on this page was measured on a real platform. Scenario \
      \(Markdown.plain(world.scenario)), seed \(world.seed), branch \
      \(Markdown.plain(excerpt.branch)), up to \(day(world.now)).

      """
  }

  // MARK: What happened

  private var happened: String {
    var text = "\(Markdown.plain(video.upload.creator)), with \(count(video.followers, "follower"))"
    text += ", posted it on \(platform) on \(day(video.postedAt))"
    text +=
      video.upload.caption.isEmpty
      ? ". " : " and wrote: “\(Markdown.plain(video.upload.caption))”. "
    return "## What happened\n\n" + text + (video.publication == nil ? unseen : spread) + "\n"
  }

  private var spread: String {
    "Review let it through\(looked). \(shown) \(outcome) \(alone)"
  }

  private var looked: String {
    guard let decision = video.decision else { return "" }
    return ", after \(Self.moderator(decision)) had looked at it"
  }

  /// To how many it was shown, and whether more are to come.
  private var shown: String {
    guard let first = video.waves.first else { return "It was published, and shown to nobody yet." }
    let people = "\(first.size.grouped) people who like to watch such content"
    let isRunning = video.state == .pushing
    guard video.waves.count > 1, let last = video.waves.last else {
      return isRunning
        ? "The platform is showing it to its first \(people): \(first.delivered.grouped) so far."
        : "The platform showed it to \(people), and then to nobody further."
    }
    let text =
      "The platform showed it to \(people), and then, as long as it did well, to more and more "
      + "people, in \(count(video.waves.count, "wave"))"
    guard isRunning else { return text + "." }
    return text + " so far, the last of which is at \(last.delivered.grouped) of "
      + "\(last.size.grouped) people."
  }

  private var outcome: String {
    let isRunning = video.state == .pushing
    var text = isRunning ? "So far it has " : "It came to "
    text += "**\(count(video.views, "view"))** by \(count(video.progress.reach, "viewer")) and "
    text += isRunning ? "has been" : "was"
    return text + " forwarded \(count(video.progress.forwarded, "time"))."
  }

  private var alone: String {
    let views = count(video.progress.socialGraphOnly, "view")
    return "Followers and forwards alone, without the platform’s push, would have brought \(views)"
      + (video.state == .pushing ? " by now." : ".")
  }

  private var unseen: String {
    switch video.state {
    case .removed: "It was removed before anybody saw it: \(removal)."
    case .atDesk:
      "Nobody has been shown it: it waits for a moderator, because it is "
        + (video.deskCase.map { "\(percent($0.probability)) likely \($0.policy.label)." }
          ?? "in doubt.")
    default: "Nobody has been shown it yet: it waits for review."
    }
  }

  private var removal: String {
    guard let decision = video.decision else { return Markdown.plain(video.reason) }
    return "removed by \(Self.moderator(decision)): \(Markdown.plain(decision.reason))"
  }

  // MARK: Why

  private var why: String {
    guard let look = video.assessment, video.publication != nil else {
      return (video.state == .removed ? removal : Markdown.plain(video.reason)).sentence + ".\n"
    }
    let place = "After \(look.depth.grouped) pushed views, in wave \(look.wave),"
    switch look.ground {
    case .audienceExhausted: return "\(place) everybody on the platform had been shown it.\n"
    case .kpi(let kpi):
      return "\(place) its \(kpi.label) was \(look.kpis.ratio(kpi).fixed(2)) × the median video’s "
        + "and missed the bar that was set for it.\n"
    case .score: break
    }
    let sum =
      "\(place) it scored \(look.score.fixed(3)) ± "
      + "\((look.interval.upperBound - look.score).fixed(3)), where the median video scores 1 "
      + "and the bar stood at \(look.bar.fixed(2)). "
    if look.rule == .point {
      return sum + "It was \(look.score >= look.bar ? "above" : "below") the bar.\n"
    }
    let chances = "The chance that it is really above the bar was \(percent(look.sure))"
    let needed = percent(look.needed)
    return switch look.action {
    case .stop: sum + chances + ", and \(needed) were needed to go on, so the push ended.\n"
    case .push: sum + chances + "; \(needed) were enough, so a bigger wave followed.\n"
    case .hold: sum + chances + "; it goes on from \(needed).\n"
    }
  }

  // MARK: Tables

  private var waves: String {
    guard !video.waves.isEmpty else { return "" }
    let rows = video.waves.map { wave -> [String] in
      let look = wave.assessment
      let tally = wave.tally
      return [
        String(wave.number), day(wave.startedAt), wave.size.grouped, wave.delivered.grouped,
        part(Double(tally.watch) / Double(Tally.step), tally.views),
        part(Double(tally.interactions), tally.views),
        part(Double(tally.clickThroughs), tally.views),
        look.map {
          "\($0.score.fixed(3)) ± \(($0.interval.upperBound - $0.score).fixed(3))"
            + ($0.atGate ? "" : " \\*")
        } ?? "–",
        look.map { $0.bar.fixed(2) } ?? "–", words(look?.action),
      ]
    }
    return "## Its waves\n\n"
      + Markdown.table(
        [
          "wave", "began", "meant for", "shown to", "watched", "interacted", "clicked through",
          "score", "bar", "outcome",
        ], left: [1, 9], rows) + wavesNotes
  }

  /// What the figures of the waves cannot say by themselves.
  private var wavesNotes: String {
    var notes: [String] = []
    if video.waves.contains(where: { $0.tally.watch > $0.tally.views * Tally.step }) {
      notes.append(
        "More than 100 % watched: many watched it again; 200 % is twice from beginning to end.")
    }
    for wave in video.waves {
      guard let look = wave.assessment, !look.atGate else { continue }
      let measured = zip(KPI.allCases, look.kpis.measured).map { kpi, value in
        "\((value * 100).fixed(kpi == .viewing ? 1 : 2)) % \(Self.columnName(kpi))"
      }
      notes.append(
        "\\* Between the ends of waves the latest views alone are judged: wave \(wave.number)’s score "
          + "is that of the latest \(look.tally.views.grouped) at \(look.depth.grouped) pushed views "
          + "(\(measured.joined(separator: ", "))); the row’s shares are of the whole wave.")
    }
    return notes.map { "\n" + $0 + "\n" }.joined()
  }

  private static func columnName(_ kpi: KPI) -> String {
    switch kpi {
    case .viewing: "watched"
    case .interaction: "interacted"
    case .clickThrough: "clicked through"
    }
  }

  private var kpis: String {
    let gates = video.assessments.filter(\.atGate)
    guard let first = gates.first ?? video.assessments.first, let last = video.assessments.last
    else { return "" }
    let names: [(KPI, String)] = [
      (.viewing, "viewing time: part of its length watched"),
      (.interaction, "interaction: likes, comments, forwards, saves a view"),
      (.clickThrough, "click-through: visits to the creator’s other videos a view"),
    ]
    let rows = names.map { kpi, name in
      let place = KPI.allCases.firstIndex(of: kpi) ?? 0
      func value(_ values: [Double], _ decimals: Int) -> String {
        values.indices.contains(place) ? (values[place] * 100).fixed(decimals) + " %" : "–"
      }
      let decimals = kpi == .viewing ? 0 : 2
      return [
        name, value(first.kpis.measured, decimals), value(last.kpis.measured, decimals),
        value(last.kpis.reference, decimals), value(last.kpis.weights, 0),
      ]
    }
    return "## What was measured\n\n"
      + Markdown.table(
        ["KPI", "first wave", "latest look", "median video", "weight in the score"], left: [0], rows
      )
  }

  private var sources: String {
    guard video.views > 0 else { return "" }
    let names: [(Source, String)] = [
      (.forYou, "pushed by the platform (For You)"), (.followers, "followers’ feeds"),
      (.forwards, "forwarded posts"), (.profile, "the creator’s profile"),
    ]
    let views = names.map { video.progress.views(from: $0.0) }
    let rows = zip(zip(names, views), Shares(of: views).words).map { source, share in
      [source.0.1, source.1.grouped, share]
    }
    return "## Where the views came from\n\n"
      + Markdown.table(["source", "views", "share"], left: [0], rows)
  }

  private var decisions: String {
    var lines: [String] = []
    if let review = video.review {
      let policy = review.policy?.label ?? "illegal"
      let chance =
        review.verdict == .allow ? "" : ", \(percent(review.probability)) likely \(policy)"
      lines.append("- Review by the models: \(Self.verdict(review.verdict))\(chance).")
    }
    for record in excerpt.snapshot.decisions where record.video == video.id {
      let decision = record.decision
      lines.append(
        "- \(day(record.at)): \(Self.moderator(decision)) "
          + (decision.allowed ? "allowed" : "removed") + " it: “"
          + Markdown.plain(decision.reason) + "”.")
    }
    for posting in video.crossPostings {
      let platforms = excerpt.snapshot.platforms
      let place = posting.to.platform
      let name = platforms.indices.contains(place) ? platforms[place].name : "another platform"
      lines.append(
        "- \(day(posting.due)): posted on \(Markdown.plain(name)) too, having passed gate "
          + "\(posting.gate).")
    }
    return lines.isEmpty ? "" : "## Decisions\n\n" + lines.joined(separator: "\n") + "\n"
  }

  private var words: String {
    """
    ## Words

    - **View**: the video started to play before somebody. **Wave**: one push to so many people.
    - **Score**: viewing time, interaction and click-through over the median video’s, weighted; 1 \
    is the median video. **±** is the 80 % interval. **Bar**: what the score is held against.

    """
  }

  // MARK: Words

  private var platform: String {
    Markdown.plain(excerpt.platform(of: video)?.name ?? "a platform")
  }

  private func count(_ number: Int, _ word: String) -> String {
    "\(number.grouped) \(word)\(number == 1 ? "" : "s")"
  }

  private func day(_ moment: Moment) -> String {
    let date = excerpt.date(moment).prefix(16).split(separator: "T")
    return date.isEmpty ? "–" : date.joined(separator: " ") + " UTC"
  }

  private func part(_ count: Double, _ views: Int) -> String {
    guard views > 0 else { return "–" }
    let share = 100 * count / Double(views)
    return share.fixed(share < 10 ? 2 : 1) + " %"
  }

  private func words(_ action: Assessment.Action?) -> String {
    switch action {
    case .push: "did well: pushed on"
    case .stop: "push ended"
    case .hold: "goes on"
    case nil: "–"
    }
  }

  private static func moderator(_ decision: Decision) -> String {
    // The program calls the person at the keyboard “you”, and a rule by its name; whoever reads the
    // page knows neither.
    let others = ["", "you"] + Moderator.allCases.map(\.rawValue)
    return others.contains(decision.moderator)
      ? "a moderator" : Markdown.plain(decision.moderator)
  }

  private static func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .allow: "let through"
    case .doubt: "in doubt, so a person decides"
    case .remove: "removed"
    }
  }
}
