public import ArgumentParser
public import Readers

extension ModelKind: ExpressibleByArgument {}

extension HeldOut: ExpressibleByArgument {}
