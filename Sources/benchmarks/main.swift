import Audience
import Catalogue
import Distribution
let clock = ContinuousClock()
func T(_ id: String, _ s: Double) -> TopicScore { TopicScore(Topic(id: id) ?? Topic.all[0], s) }
func bee(seed: UInt64, appeal: Double, forward: Double = 3.6e-5) throws -> (Int, Int, Int, String, Snapshot) {
  let sc = Scenario(name: "b", seed: seed, start: 1497465720, platforms: [Platform(id: "for-you", name: "For You")])
  var e = Engine(scenario: sc)
  var s = Snapshot(scenario: sc)
  let topics = [T("animals/beekeeping", 0.6), T("sports/cycling", 0.25), T("fun/jokes_memes", 0.15)]
  let up = Upload(id: "bee-bike", creator: "bart", platform: "for-you", duration: 15, truth: Truth(appeal: appeal, forward: forward))
  for ev in try e.perform(.upload(up, Reading(topics: topics), followers: 120, number: 0)) { s.apply(ev) }
  while let n = e.nextMoment, n < 30 * 86400 { for ev in try e.advance(to: n) { s.apply(ev) } }
  let v = s.videos[0]
  return (v.views, v.progress.forwarded, v.waves.count, "\(v.assessment!.action) \(v.assessment!.atGate) \(v.assessment!.score) \(v.progress) \(v.publication!) t=\(v.stoppedAt!)", s)
}
if CommandLine.arguments.count > 1 {
  let n = Int(CommandLine.arguments[1]) ?? 20000
  let seeds = Int(CommandLine.arguments[2]) ?? 1
  var samples: [Survey.Sample] = []
  let t = clock.measure { for s in 1...seeds { samples += Survey(uploads: n).run(seed: UInt64(s)) } }
  print(t, samples.reduce(0) { $0 + $1.views })
  for r in SurveyTable(samples, viral: 721_000).rows { print(r.holds ? "ok " : "NO ", r.name, r.value, r.target, r.interval) }
} else {
  for a in [0.68, 0.70, 0.72, 0.74, 0.76] {
    let t = try clock.measure { let r = try bee(seed: 7, appeal: a); print(a, r.0, r.1, r.2, r.3) } 
    print(t)
  }
}
