package org.servicepartner.architecture.untidy.config;

class DoorConfiguration {}
