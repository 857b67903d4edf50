"""The Python that Jinja2 makes of a template, with less to do for each value of a page.

What is written is the same. MarkupSafe makes an object of each value and Jinja2 asks of each call
whether the function wants its context: neither is needed here, and together they took a third of
the time of rendering.
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

# Functions of an environment that are called as they are.
PLAIN_FUNCTIONS = ("_", "ngettext", "part")


class Generator(CodeGenerator):
    """Jinja2's own generator, with other words for a value that is written and for a call."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        self.writeline("from livret.escaped import written")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("written(")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if not _is_plain(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for number, argument in enumerate((*node.args, *node.kwargs)):
            self.write(", " if number else "")
            self.visit(argument, frame)
        self.write(")")


def _is_plain(node: nodes.Call) -> bool:
    named = isinstance(node.node, nodes.Name) and node.node.name in PLAIN_FUNCTIONS
    return named and node.dyn_args is None and node.dyn_kwargs is None
