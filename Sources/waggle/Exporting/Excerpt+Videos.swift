import Catalogue
import Distribution

extension Excerpt {
  /// All tables of some videos, the meaning of their columns last.
  func tables(of videos: [VideoPicture]) -> [ExportTable] {
    let tables = [
      videoTable(videos), waveTable(videos), kpiTable(videos), decisionTable(videos),
    ]
    return tables + [ExportTable(describing: tables)]
  }

  /// The columns that say which video a row is about.
  func identity<Subject>(
    _ video: @escaping (Subject) -> VideoPicture
  ) -> [ExportTable.Part<Subject>] {
    [
      .init("simulated", "always true: no number here was measured on a real platform") { _ in
        .flag(true)
      },
      .init("video", "the upload's name in the scenario") { .text(video($0).upload.id) },
      .init("platform", "the platform's name") { .text(orEmpty: platform(of: video($0))?.name) },
    ]
  }

  private func videoTable(_ videos: [VideoPicture]) -> ExportTable {
    ExportTable(.videos, videos, identity { $0 } + postParts + endParts + viewParts)
  }

  private var postParts: [ExportTable.Part<VideoPicture>] {
    [
      .init("creator", "who uploaded it") { .text($0.upload.creator) },
      .init("followers", "the creator's followers when it was posted") { .whole($0.followers) },
      .init("caption", "what the creator wrote under it; hidden characters are spelled out") {
        .text($0.upload.caption)
      },
      .init("hashtags", "without the #, blanks between them") {
        .text($0.upload.hashtags.joined(separator: " "))
      },
      .init("duration_s", "its length in seconds") { .number($0.upload.duration, 1) },
      .init("posted_at", "when it was posted, UTC") { .text(date($0.postedAt)) },
      .init("topics", "what recognition found in it, each with its score, 0 to 1") { video in
        .text(
          video.reading.topics.map { "\($0.topic.id) \($0.score.fixed(2))" }
            .joined(separator: "; "))
      },
      .init("review", "what review concluded: allow, doubt or remove") {
        .text(orEmpty: $0.review?.verdict.rawValue)
      },
      .init("policy", "the likeliest policy that it may break") {
        .text(orEmpty: $0.review?.policy?.label)
      },
      .init("policy_probability", "how likely it breaks that one, 0 to 1") {
        $0.review.map { .number($0.probability, 4) } ?? .empty
      },
    ]
  }

  private var endParts: [ExportTable.Part<VideoPicture>] {
    [
      .init("outcome", "waiting, atDesk, pushing, stopped or removed") { .text($0.state.key) },
      .init("why", "the reason of the latest decision, in numbers") { .text($0.reason) },
      .init("published_at", "when it was first shown, UTC") {
        .text(orEmpty: $0.publishedAt.map(date))
      },
      .init("stopped_at", "when the push ended, UTC") { .text(orEmpty: $0.stoppedAt.map(date)) },
      .init("waves", "how many waves it had") { .whole($0.waves.count) },
    ]
  }

  private var viewParts: [ExportTable.Part<VideoPicture>] {
    let sources: [(String, Source)] = [
      ("views_for_you", .forYou), ("views_followers", .followers),
      ("views_forwards", .forwards), ("views_profile", .profile),
    ]
    let meanings = [
      "views pushed by the platform", "views by followers in their feed",
      "views of posts that somebody sent", "views from the creator's profile",
    ]
    return [
      .init("views", "times that it started to play, from all sources") { .whole($0.views) },
      .init("reach", "distinct viewers") { .whole($0.progress.reach) },
    ]
      + zip(sources, meanings).map { source, meaning in
        .init(source.0, meaning) { .whole($0.progress.views(from: source.1)) }
      }
      + [
        .init("forwards", "times that somebody sent it on") { .whole($0.progress.forwarded) },
        .init("click_throughs", "times that a viewer went to the creator's other videos") {
          .whole($0.progress.clickThroughs)
        },
        .init("social_graph_only_views", "views through followers and forwards alone, without push")
        { $0.publication == nil ? .empty : .whole($0.progress.socialGraphOnly) },
      ]
  }

  private func decisionTable(_ videos: [VideoPicture]) -> ExportTable {
    let pictures = Dictionary(videos.map { ($0.id, $0) }) { first, _ in first }
    let decisions = snapshot.decisions.compactMap { record in
      pictures[record.video].map { (record: record, video: $0) }
    }
    return ExportTable(
      .decisions, decisions,
      identity { $0.video } + [
        .init("decided_at", "when, UTC") { .text(date($0.record.at)) },
        .init("waited_s", "seconds that the case waited") { .whole($0.record.decision.waited) },
        .init("policy", "the policy in question") {
          .text(orEmpty: $0.video.deskCase?.policy.label)
        },
        .init("policy_probability", "what the model gave for it, 0 to 1") {
          $0.video.deskCase.map { .number($0.probability, 4) } ?? .empty
        },
        .init("allowed", "true where it may be shown, false where it was removed") {
          .flag($0.record.decision.allowed)
        },
        .init("reason", "why, in the moderator's words") { .text($0.record.decision.reason) },
        .init("moderator", "who decided") { .text($0.record.decision.moderator) },
      ])
  }
}
