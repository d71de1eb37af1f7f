"""How the language model was made: data preparation, training, distillation, export, evaluation.

Nothing here is imported at run time. ``README.md`` beside this file names data, licences and commands;
``train``, ``distill`` and ``export`` need the extra ``train`` (torch, onnx), the rest does not.
"""
